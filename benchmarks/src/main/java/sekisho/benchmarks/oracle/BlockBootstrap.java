package sekisho.benchmarks.oracle;

import java.util.SplittableRandom;

/**
 * Resamples rounds in blocks of neighbours (circular), because times near each other are alike: a busy second is busy for all. The same
 * rounds are drawn for all states, so that pairs stay pairs. Künsch 1989, Politis and Romano 1992. Seeded.
 */
final class BlockBootstrap {
    private final int resamples;
    private final long seed;

    BlockBootstrap(int resamples, long seed) {
        this.resamples = resamples;
        this.seed = seed;
    }

    /** How long a block is: the cube root of the rounds, at least 10. */
    static int block(int rounds) {
        return Math.min(rounds, Math.max(10, (int) Math.ceil(Math.cbrt(rounds))));
    }

    /** What quantiles became: by quantile, then by state, then by resample. */
    double[][][] draw(Samples samples, double... shares) {
        int states = samples.states().length;
        int rounds = samples.rounds();
        int block = block(rounds);
        var drawn = new double[shares.length][states][resamples];
        var random = new SplittableRandom(seed);
        var taken = new int[rounds];
        var values = new double[rounds];
        for (int resample = 0; resample < resamples; resample++) {
            for (int at = 0; at < rounds; at += block) {
                int from = random.nextInt(rounds);
                for (int i = at; i < Math.min(rounds, at + block); i++) {
                    taken[i] = (from + i - at) % rounds;
                }
            }
            for (int state = 0; state < states; state++) {
                double[] times = samples.millis()[state];
                for (int i = 0; i < rounds; i++) {
                    values[i] = times[taken[i]];
                }
                // The first puts them in order, which the others find quickly.
                for (int share = 0; share < shares.length; share++) {
                    drawn[share][state][resample] = Samples.quantile(values, shares[share]);
                }
            }
        }
        return drawn;
    }
}
