package sekisho.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** The system's clock, that can be put forward. Any thread. */
final class MovableClock implements InstantSource {
    private final AtomicLong aheadMillis = new AtomicLong();

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        return System.currentTimeMillis() + aheadMillis.get();
    }

    void advance(Duration by) {
        aheadMillis.addAndGet(by.toMillis());
    }
}
