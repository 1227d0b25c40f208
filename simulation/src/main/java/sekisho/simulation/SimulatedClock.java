package sekisho.simulation;

/** The stamps that the log gives: small and large strides, steps back, jumps over hours and half-years, glitches. */
final class SimulatedClock {

    private static final long BEGIN = 1_790_000_000_000L;
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    private final Chance chance;
    private final Coverage coverage;
    private long time = BEGIN;
    private long stamp = BEGIN;

    SimulatedClock(Chance chance, Coverage coverage) {
        this.chance = chance;
        this.coverage = coverage;
    }

    /** The stamp of the step that is being made. */
    long stamp() {
        return stamp;
    }

    /** The next step's stamp. */
    void advance(Weather weather) {
        time += weather.stride(chance);
        stamp = time;
        if (chance.onceIn(weather.jumpsOnceIn())) {
            coverage.fault(Fault.CLOCK_JUMP);
            time += jump();
            stamp = time;
        } else if (chance.onceIn(700)) {
            coverage.fault(Fault.CLOCK_GLITCH);
            stamp = time + chance.of(60_001L, 90_000L, 10 * HOUR, 900 * DAY);
        } else if (chance.onceIn(60)) {
            coverage.fault(Fault.CLOCK_BACKWARDS);
            stamp = time - chance.magnitude(120_000);
        }
    }

    /** Some jumps bring it to the millisecond just before or at the end of a window. */
    private long jump() {
        long about = chance.of(
                61_000L, 600_000L, HOUR, 8 * HOUR, DAY, DAY, 3 * DAY, 20 * DAY, 30 * DAY, 181 * DAY, 181 * DAY);
        return about + chance.between(-900L, 900) * (chance.onceIn(2) ? 1 : 1_000);
    }
}
