package sekisho.simulation;

import java.util.List;

/** The only source of chance of a simulation: SplitMix64 from one seed. */
final class Chance {

    private long state;

    Chance(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = state;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** 0 to bound − 1. */
    long below(long bound) {
        return Long.remainderUnsigned(next(), bound);
    }

    int below(int bound) {
        return (int) below((long) bound);
    }

    /** From one number to another, both included. */
    long between(long from, long to) {
        return from + below(to - from + 1);
    }

    int between(int from, int to) {
        return (int) between((long) from, (long) to);
    }

    /** True once in so many times. */
    boolean onceIn(int times) {
        return below(times) == 0;
    }

    boolean percent(int percent) {
        return below(100) < percent;
    }

    /** 0 to bound − 1, low numbers far more often. */
    int skewed(int bound) {
        double u = (next() >>> 11) * 0x1.0p-53;
        return (int) (u * u * u * bound);
    }

    /** 1 to bound, every order of magnitude as often as the others. */
    long magnitude(long bound) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(bound);
        return between(1, Math.max(1, Math.min(bound, (1L << between(0, bits - 1)))));
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[below(choices.length)];
    }

    /** Chance of its own, independent of what this one does later. */
    Chance split() {
        return new Chance(next());
    }
}
