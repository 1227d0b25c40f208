package sekisho.benchmarks.oracle;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's step-down adjustment (1979): with many comparisons, the chance that any is wrong stays below one bound. */
final class Holm {
    private Holm() {}

    /**
     * The level of each comparison.
     *
     * @param p of each
     * @param alpha the chance that any is wrong, for example 0.05
     * @return alpha divided by how many comparisons have no smaller p
     */
    static double[] levels(double[] p, double alpha) {
        int[] byP = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        var levels = new double[p.length];
        for (int rank = 0; rank < byP.length; rank++) {
            levels[byP[rank]] = alpha / (p.length - rank);
        }
        return levels;
    }
}
