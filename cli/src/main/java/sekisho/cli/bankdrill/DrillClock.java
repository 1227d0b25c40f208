package sekisho.cli.bankdrill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that runs faster than the real one. Any thread. */
final class DrillClock implements InstantSource {
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();
    private final int speed;

    /** @param speed simulated seconds in a real one */
    DrillClock(int speed) {
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        return start.plus(passed());
    }

    /** Simulated time since the start. */
    Duration passed() {
        return Duration.ofNanos(System.nanoTime() - startNanos).multipliedBy(speed);
    }
}
