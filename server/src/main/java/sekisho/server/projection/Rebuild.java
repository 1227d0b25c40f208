package sekisho.server.projection;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongConsumer;
import sekisho.gateway.OutcomeLogReader;
import sekisho.server.database.Database;

/**
 * Makes a projection anew from the whole log of a home, the archive included: drops the schema {@code projection}, makes
 * it again and reads everything. Touches nothing else in the database. If it is killed, the next projector or rebuild
 * goes on or begins anew.
 */
public final class Rebuild {
    private static final int ROWS = 200_000;
    private static final int CACHED_ACCOUNTS = 1_000_000;

    private Rebuild() {}

    /**
     * What was done.
     *
     * @param steps of the log
     * @param rows in the tables
     * @param position of the last step
     */
    public record Report(long steps, long rows, long position, Duration took) {}

    /**
     * Makes the projection anew, up to where the log ends now.
     *
     * @param database no projector may run on it
     * @param steps is told from time to time how many steps are done
     * @throws OtherProjector if a projector or another rebuild runs on the database; nothing is changed
     * @throws IllegalStateException if the log cannot be trusted, or not all of it is there
     */
    public static Report run(Path home, Database database, LongConsumer steps) throws SQLException {
        long began = System.nanoTime();
        if (!OutcomeLogReader.isWhole(home)) {
            throw new DoesNotFit(LogPlace.beginningMissing(home));
        }
        try (var writer = TableWriter.open(database, CACHED_ACCOUNTS, true);
                var reader = new OutcomeLogReader(home, 0)) {
            var mark = new ReaderMark(home, 0);
            var batch = new Batch();
            long rows = 0;
            while (true) {
                batch.clear();
                while (batch.size() < ROWS && reader.poll(batch)) {
                    // The batch takes what it is shown.
                }
                if (batch.isEmpty()) {
                    break;
                }
                rows += writer.write(batch);
                mark.passed(batch.last().position());
                steps.accept(writer.progress().steps());
            }
            Progress done = writer.progress();
            return new Report(done.steps(), rows, done.last().position(), Duration.ofNanos(System.nanoTime() - began));
        }
    }
}
