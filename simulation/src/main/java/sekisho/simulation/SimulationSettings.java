package sekisho.simulation;

import sekisho.core.Capacity;

/**
 * What a simulation is to do. The same settings give the same history.
 *
 * @param seed chooses the history
 * @param steps how many frames and ticks
 * @param faultEvery about how many steps lie between two crashes; snapshots, with a comparison
 *     of the whole state, are twice as frequent
 * @param zerosAllowed whether something that never happened is not a failure: for runs too short to meet everything
 */
public record SimulationSettings(long seed, int steps, int faultEvery, boolean zerosAllowed) {

    /** From here on everything has to happen at least once. */
    public static final int STEPS_FOR_EVERYTHING = 200_000;

    public SimulationSettings {
        if (steps < 1 || faultEvery < 2) {
            throw new IllegalArgumentException("a simulation has steps and faults");
        }
    }

    /** As the command line runs it. */
    public static SimulationSettings of(long seed, int steps) {
        int faultEvery = Math.clamp(steps / 200L, 50, 1_500);
        return new SimulationSettings(seed, steps, faultEvery, steps < STEPS_FOR_EVERYTHING);
    }

    /** Small tables, so that each of them is full at times; smaller ones for a short run. */
    public Capacity capacity() {
        return steps < 10_000
                ? new Capacity(106, 12, 90, 300, 200, 7, 10)
                : new Capacity(160, 30, 130, 330, 300, 12, 60);
    }
}
