package sekisho.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that starts at an instant, goes on like the real one, and can be moved. Any thread. */
final class MovableClock implements InstantSource {
    private final long begunNanos = System.nanoTime();
    private final AtomicReference<Instant> start;

    MovableClock(Instant start) {
        this.start = new AtomicReference<>(start);
    }

    void advance(Duration by) {
        start.updateAndGet(before -> before.plus(by));
    }

    @Override
    public Instant instant() {
        return start.get().plusNanos(System.nanoTime() - begunNanos);
    }
}
