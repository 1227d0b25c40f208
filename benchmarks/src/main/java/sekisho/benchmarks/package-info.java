/**
 * Measurements: micro benchmarks on JMH, and load on a real cluster with the whole distribution of latencies. Numbers
 * are printed with the machine they were taken on.
 */
@NullMarked
package sekisho.benchmarks;

import org.jspecify.annotations.NullMarked;
