package sekisho.benchmarks;

/** A counter-based generator (SplitMix64's finisher): the same number always gives the same 64 bits. */
final class Mix {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private Mix() {}

    static long of(long seed, long counter) {
        long z = seed + counter * STEP;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
