package sekisho.server.projection;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import sekisho.gateway.OutcomeLogReader;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.RequestKey;
import sekisho.wire.OutcomeVisitor;

/** Finds the place in a home's log where the tables end, and makes sure that they are of this log. */
final class LogPlace implements OutcomeVisitor {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Batch.Mark seen = Batch.Mark.NONE;

    private LogPlace() {}

    /**
     * A reader that has read the last step that is projected. Waits if the log does not reach that far: a node that was
     * killed writes the end of its log again.
     *
     * @return null: told to stop before the log reached that far
     * @throws DoesNotFit if the tables are of another log, or its beginning is missing
     */
    static @Nullable OutcomeLogReader find(Path home, Progress progress, BooleanSupplier stop) {
        if (progress.none()) {
            if (!OutcomeLogReader.isWhole(home)) {
                throw new DoesNotFit(beginningMissing(home));
            }
            return new OutcomeLogReader(home, 0);
        }
        var place = new LogPlace();
        var reader = new OutcomeLogReader(home, progress.last().position() - 1);
        boolean found = false;
        try {
            while (!found) {
                requireSameFirst(home, progress);
                found = reader.poll(place);
                if (!found && stop.getAsBoolean()) {
                    return null;
                }
                if (!found) {
                    LockSupport.parkNanos(LOOK_NANOS);
                }
            }
            require(home, "last", progress.last(), place.seen);
            return reader;
        } catch (RuntimeException e) {
            found = false;
            throw e;
        } finally {
            if (!found) {
                reader.close();
            }
        }
    }

    /** What to say where a log does not reach back to its first step. */
    static String beginningMissing(Path home) {
        return "the first steps of the log in " + home
                + " are missing: put back what was taken out of its archive folder";
    }

    private static void requireSameFirst(Path home, Progress progress) {
        if (!OutcomeLogReader.isWhole(home)) {
            return;
        }
        var place = new LogPlace();
        try (var reader = new OutcomeLogReader(home, 0)) {
            if (reader.poll(place)) {
                require(home, "first", progress.first(), place.seen);
            }
        }
    }

    private static void require(Path home, String which, Batch.Mark projected, Batch.Mark logged) {
        if (!projected.equals(logged)) {
            throw new DoesNotFit("the projection is of another log than the one in " + home + ": its " + which
                    + " step is " + projected + ", in the log it is " + logged
                    + "; use the database that belongs to this home, or make the projection anew: sekisho rebuild");
        }
    }

    @Override
    public void step(long position, long stamp) {
        seen = new Batch.Mark(position, stamp);
    }

    @Override
    public void event(Event event) {}

    @Override
    public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {}

    @Override
    public void timePassed() {}
}
