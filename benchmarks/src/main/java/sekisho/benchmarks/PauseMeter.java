package sekisho.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices when the whole process stands still: a thread that wants to wake every millisecond, and takes note of how late it is. What
 * it sees are the collector's pauses, and whatever else keeps a ready thread from running.
 */
final class PauseMeter implements AutoCloseable {
    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Thread thread;
    private volatile boolean open = true;
    private volatile long longestNanos;

    PauseMeter() {
        thread = Thread.ofPlatform().name("pause-meter").daemon().start(this::measure);
    }

    /** The longest delay so far. */
    double longestMillis() {
        return longestNanos / 1e6;
    }

    /** Stops measuring. */
    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
    }

    private void measure() {
        long last = System.nanoTime();
        while (open) {
            LockSupport.parkNanos(INTERVAL_NANOS);
            long now = System.nanoTime();
            longestNanos = Math.max(longestNanos, now - last - INTERVAL_NANOS);
            last = now;
        }
    }
}
