package sekisho.server.projection;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import sekisho.gateway.OutcomeLogReader;

/** What a projector has done since it started, and how far it is behind. Any thread. */
public final class ProjectorCounts {
    private static final long NOTHING = 0;

    private final ProjectorSettings settings;
    private final AtomicLong steps = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong batches = new AtomicLong();
    private final AtomicLong writingNanos = new AtomicLong();

    /** Stamp of the first step that was read and is not projected (ms); 0: none. */
    private final AtomicLong oldest = new AtomicLong(NOTHING);

    private @Nullable OutcomeLogReader end;
    private long stepsAtBegin;
    private long stepsAtEnd;

    ProjectorCounts(ProjectorSettings settings) {
        this.settings = settings;
    }

    /** Steps that were projected. */
    public long steps() {
        return steps.get();
    }

    /** Rows that were written. */
    public long rows() {
        return rows.get();
    }

    /** Transactions. */
    public long batches() {
        return batches.get();
    }

    /** Time spent in transactions. */
    public long writingMillis() {
        return TimeUnit.NANOSECONDS.toMillis(writingNanos.get());
    }

    /** How far the projection is behind the log. */
    public Lag lag() {
        long since = oldest.get();
        long millis = since == NOTHING ? 0 : Math.max(0, settings.clock().millis() - since);
        return new Lag(stepsBehind(), millis);
    }

    private synchronized long stepsBehind() {
        if (end == null) {
            return 0;
        }
        stepsAtEnd += end.skipAll();
        return Math.max(0, stepsAtEnd - (steps.get() - stepsAtBegin));
    }

    /** The projector begins to follow the log behind a position. */
    synchronized void begin(long position) {
        close();
        end = new OutcomeLogReader(settings.home(), position);
        stepsAtBegin = steps.get();
        stepsAtEnd = 0;
    }

    /** A batch was begun. */
    void reading(Batch.Mark first) {
        oldest.set(first.stamp());
    }

    /** A batch is committed. */
    void wrote(Batch batch, long batchRows, long nanos) {
        steps.addAndGet(batch.steps());
        rows.addAndGet(batchRows);
        batches.incrementAndGet();
        writingNanos.addAndGet(nanos);
        oldest.set(NOTHING);
    }

    synchronized void close() {
        if (end != null) {
            end.close();
            end = null;
        }
    }
}
