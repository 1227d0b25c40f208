package sekisho.server.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A clock that starts at an instant, goes on like the real one, and can be moved ahead and stopped. Any thread. */
final class TestClock implements InstantSource {
    private final long begunNanos = System.nanoTime();
    private final Instant start;
    private final AtomicLong ahead = new AtomicLong();
    private volatile @Nullable Instant stopped;

    TestClock(String start) {
        this.start = Instant.parse(start);
    }

    void advance(Duration by) {
        ahead.addAndGet(by.toNanos());
    }

    /** From now on it stands still. */
    void stop() {
        stopped = instant();
    }

    @Override
    public Instant instant() {
        Instant standing = stopped;
        return standing != null ? standing : start.plusNanos(System.nanoTime() - begunNanos + ahead.get());
    }
}
