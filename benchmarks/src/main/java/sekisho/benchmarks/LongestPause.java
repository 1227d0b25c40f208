package sekisho.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How long the process stands still at worst, with ten million wallets in the engine and transfers at full speed. The heap is far larger
 * than what a transfer touches: what would show is a collector that walks or moves the state.
 */
final class LongestPause {
    static final int WALLETS = 10_000_000;

    private final CoreTransfers load;

    LongestPause(Progress progress) {
        load = new CoreTransfers(new Population(WALLETS), progress);
        // Ten million customers do not come within seconds: what is left to the collector of that is not measured.
        ManagementFactory.getMemoryMXBean().gc();
    }

    /** The longest pause in milliseconds, of a run of which so much was measured. */
    double millis(Duration measured) {
        try (PauseMeter meter = new PauseMeter()) {
            load.perSecond(measured);
            return meter.longestMillis();
        }
    }
}
