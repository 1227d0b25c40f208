package sekisho.benchmarks.oracle;

import java.util.Locale;

/**
 * Two states compared.
 *
 * @param statistic what is compared: median or p90
 * @param difference of the first from the second (ms)
 * @param low the lower end of the adjusted interval (ms)
 * @param high the upper end
 */
record Contrast(String one, String other, String statistic, double difference, double low, double high) {

    boolean within(double bound) {
        return low >= -bound && high <= bound;
    }

    /** The end of the interval that is farther from nothing (ms). */
    double farthest() {
        return Math.max(Math.abs(low), Math.abs(high));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s − %s, %s: %+.3f ms [%+.3f, %+.3f]", one, other, statistic, difference, low, high);
    }
}
