package sekisho.simulation;

/** What kind of time it is; each kind lasts some hundred steps. */
enum Weather {
    /** A few requests at a time, milliseconds apart. */
    CALM(0, 400, 1, 400),
    /** Seconds apart. */
    BRISK(0, 9_000, 1, 300),
    /** Many requests within little time: answers pile up. */
    RUSH(0, 30, 6, 500),
    /** Nearly a minute from step to step: windows slide. */
    STRIDES(20_000, 60_000, 1, 250),
    /** Hours pass within some steps: slots of the sliding windows come and go. */
    HOURS(0, 20_000, 1, 5),
    /** No worker calls a bank: instructions pile up. */
    OUTAGE(0, 300, 2, 2_000),
    /** The time jumps again and again. */
    JUMPS(0, 5_000, 1, 25);

    private static final long QUARTER = 900_000;
    private static final long HOUR = 4 * QUARTER;
    private static final long DAY = 24 * HOUR;

    private final long shortest;
    private final long longest;
    private final int crowd;
    private final int jumpsOnceIn;

    Weather(long shortest, long longest, int crowd, int jumpsOnceIn) {
        this.shortest = shortest;
        this.longest = longest;
        this.crowd = crowd;
        this.jumpsOnceIn = jumpsOnceIn;
    }

    long stride(Chance chance) {
        return chance.onceIn(10) ? 0 : chance.between(shortest, longest);
    }

    /** How many times as many requests as usual. */
    int crowd() {
        return crowd;
    }

    int jumpsOnceIn() {
        return jumpsOnceIn;
    }

    /** How far the time jumps, when it does. */
    long jump(Chance chance) {
        return this == HOURS
                ? chance.of(QUARTER, QUARTER, HOUR, 3 * HOUR, 8 * HOUR)
                : chance.of(61_000L, HOUR, 8 * HOUR, DAY, DAY, 3 * DAY, 20 * DAY, 30 * DAY, 181 * DAY, 181 * DAY);
    }
}
