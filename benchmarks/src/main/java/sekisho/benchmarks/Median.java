package sekisho.benchmarks;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** The middle one of several runs. */
final class Median {
    private Median() {}

    /** Measures an odd number of times. */
    static double of(int times, DoubleSupplier measure) {
        double[] values = new double[times];
        for (int i = 0; i < times; i++) {
            values[i] = measure.getAsDouble();
        }
        Arrays.sort(values);
        return values[times / 2];
    }
}
