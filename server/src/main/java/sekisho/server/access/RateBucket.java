package sekisho.server.access;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket as one number, the time at which it would be full again (the generic cell rate algorithm). Any thread.
 */
final class RateBucket {
    /** So many seconds' worth may be spent at once. */
    static final int SECONDS = 2;

    private final long nanosEach;
    private final long size;
    private final AtomicLong fullAt;

    /** A full bucket. */
    RateBucket(int perSecond, long nowNanos) {
        nanosEach = Math.max(1, TimeUnit.SECONDS.toNanos(1) / perSecond);
        size = (long) perSecond * SECONDS;
        fullAt = new AtomicLong(nowNanos);
    }

    /** The most that can be spent at once. */
    long size() {
        return size;
    }

    /**
     * Spends one.
     *
     * @return how many are left; −1: none was, and none was spent
     */
    long spend(long nowNanos) {
        while (true) {
            long before = fullAt.get();
            long from = before - nowNanos > 0 ? before : nowNanos;
            long after = from + nanosEach;
            long left = size - (after - nowNanos + nanosEach - 1) / nanosEach;
            if (left < 0) {
                return -1;
            }
            if (fullAt.compareAndSet(before, after)) {
                return left;
            }
        }
    }

    /** Whole seconds until it is full again. */
    long secondsToFull(long nowNanos) {
        long nanos = Math.max(0, fullAt.get() - nowNanos);
        return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
    }
}
