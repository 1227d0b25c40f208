package sekisho.server.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import sekisho.server.projection.Projector;

/**
 * Whether the projection is so far behind the log that bulk requests have to wait. Looks at the log a few times a second
 * at most, however often it is asked. Any thread.
 */
public final class ProjectionLag {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Projector projector;
    private final Duration longest;
    private final AtomicLong nextLookNanos = new AtomicLong(System.nanoTime());
    private volatile boolean tooLong;

    ProjectionLag(Projector projector, Duration longest) {
        this.projector = projector;
        this.longest = longest;
    }

    /** Whether the lag is over its bound. */
    public boolean isTooLong() {
        long next = nextLookNanos.get();
        long now = System.nanoTime();
        if (now - next >= 0 && nextLookNanos.compareAndSet(next, now + LOOK_NANOS)) {
            tooLong = projector.counts().lag().millis() > longest.toMillis();
        }
        return tooLong;
    }

    public Duration longest() {
        return longest;
    }
}
