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

    /** The next step's stamp, a moment later and nothing else: while everything is being set up. */
    void advanceQuietly() {
        time += 100;
        stamp = time;
    }

    /** The next step's stamp. */
    void advance(Weather weather) {
        time += weather.stride(chance);
        stamp = time;
        if (chance.onceIn(weather.jumpsOnceIn())) {
            coverage.fault(Fault.CLOCK_JUMP);
            time += weather.jump(chance);
            stamp = rounded();
        } else if (chance.onceIn(700)) {
            coverage.fault(Fault.CLOCK_GLITCH);
            stamp = time + chance.of(60_001L, 90_000L, 10 * HOUR, 900 * DAY);
        } else if (chance.onceIn(60)) {
            coverage.fault(Fault.CLOCK_BACKWARDS);
            stamp = time - chance.magnitude(120_000);
        } else if (chance.onceIn(10)) {
            stamp = rounded();
        }
    }

    /** Full minutes and quarters of an hour are when things are forgotten: this one, or a millisecond beside it. */
    private long rounded() {
        long unit = chance.of(60_000L, 900_000L);
        long full = (time + unit - 1) / unit * unit;
        if (full - time <= 60_000 || chance.onceIn(2)) {
            time = full + chance.between(-1L, 1);
        }
        return time;
    }
}
