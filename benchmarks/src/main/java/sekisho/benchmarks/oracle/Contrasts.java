package sekisho.benchmarks.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares each two states by median and 90th percentile, with intervals that hold together. */
final class Contrasts {
    static final double BOUND_MILLIS = 2;
    private static final double ALPHA = 0.05;
    private static final double[] SHARES = {0.5, 0.9};
    private static final String[] STATISTICS = {"median", "p90"};

    private Contrasts() {}

    /** @param resamples of the bootstrap, at least 1,000 */
    static List<Contrast> of(Samples samples, int resamples, long seed) {
        var drawn = new BlockBootstrap(resamples, seed).draw(samples, SHARES);
        var differences = new ArrayList<double[]>();
        var named = new ArrayList<Contrast>();
        for (int share = 0; share < SHARES.length; share++) {
            for (int one = 0; one < samples.states().length; one++) {
                for (int other = one + 1; other < samples.states().length; other++) {
                    differences.add(sortedDifference(drawn[share][one], drawn[share][other]));
                    double difference = quantile(samples, one, share) - quantile(samples, other, share);
                    named.add(new Contrast(
                            samples.states()[one], samples.states()[other], STATISTICS[share], difference, 0, 0));
                }
            }
        }
        double[] levels = Holm.levels(
                differences.stream().mapToDouble(Contrasts::chanceOfLeak).toArray(), ALPHA);
        var contrasts = new ArrayList<Contrast>();
        for (int i = 0; i < named.size(); i++) {
            Contrast contrast = named.get(i);
            contrasts.add(new Contrast(
                    contrast.one(),
                    contrast.other(),
                    contrast.statistic(),
                    contrast.difference(),
                    at(differences.get(i), levels[i] / 2),
                    at(differences.get(i), 1 - levels[i] / 2)));
        }
        return contrasts;
    }

    /** That the difference is out of bounds: the larger of both sides' shares of the resamples. */
    private static double chanceOfLeak(double[] sorted) {
        long above = Arrays.stream(sorted).filter(one -> one >= BOUND_MILLIS).count();
        long below = Arrays.stream(sorted).filter(one -> one <= -BOUND_MILLIS).count();
        return (double) Math.max(above, below) / sorted.length;
    }

    private static double[] sortedDifference(double[] one, double[] other) {
        var difference = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            difference[i] = one[i] - other[i];
        }
        Arrays.sort(difference);
        return difference;
    }

    private static double quantile(Samples samples, int state, int share) {
        return Samples.quantile(samples.millis()[state].clone(), SHARES[share]);
    }

    private static double at(double[] sorted, double share) {
        int place = (int) Math.round(share * (sorted.length - 1));
        return sorted[Math.min(sorted.length - 1, Math.max(0, place))];
    }
}
