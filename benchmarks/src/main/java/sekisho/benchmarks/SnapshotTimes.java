package sekisho.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import sekisho.node.RestoreReport;
import sekisho.node.SnapshotReport;
import sekisho.protocol.Limit;
import sekisho.protocol.SettingsCommand;

/**
 * How long a node takes to write a snapshot of many wallets, how long the engine stands still for it, and how long the next start takes to
 * restore it. The wallets are like those of {@link WalletMemory}, only that their two slots lie closer together.
 */
final class SnapshotTimes {
    private static final long STREAM = 1;
    private static final long CLOCK_STREAM = 2;

    /** A slot of the limits is a quarter of an hour. */
    private static final Duration BETWEEN = Duration.ofMinutes(16);

    /** Small enough that the cluster takes no session for dead. */
    private static final Duration STEP = Duration.ofSeconds(4);

    private final SnapshotReport snapshot;
    private final RestoreReport restore;

    private SnapshotTimes(SnapshotReport snapshot, RestoreReport restore) {
        this.snapshot = snapshot;
        this.restore = restore;
    }

    static SnapshotTimes measure(BenchSettings settings, int wallets) {
        MovableClock clock = new MovableClock();
        try (NodeUnderLoad node = NodeUnderLoad.start(settings.folder(), clock)) {
            LinkedPopulation population = new LinkedPopulation(wallets, STREAM);
            Commands first = population.first(0);
            node.feed("wallets and links", STREAM, first, settings.progress());
            letTimePass(node, clock, settings.progress());
            node.feed("second top-ups", CLOCK_STREAM + 1, population.second(), settings.progress());
            SnapshotReport snapshot = node.node().snapshot();
            node.restart();
            RestoreReport restore = node.node()
                    .restored()
                    .orElseThrow(() -> new IllegalStateException("the node did not start from its snapshot"));
            return new SnapshotTimes(snapshot, restore);
        }
    }

    List<Measurement> measurements() {
        return List.of(
                Measurement.seconds("snapshot.write", snapshot.writeMillis() / 1_000),
                Measurement.millis("snapshot.stall", snapshot.stallMillis()),
                Measurement.seconds("snapshot.restore", restore.millis() / 1_000));
    }

    String note() {
        return String.format(
                Locale.ROOT, "the snapshot: %,d records in %,d bytes", snapshot.records(), snapshot.bytes());
    }

    /** Puts the clock forward in small steps, each followed by a command that shows the log the new time. */
    private static void letTimePass(NodeUnderLoad node, MovableClock clock, Progress progress) {
        int steps = (int) BETWEEN.dividedBy(STEP);
        Commands command = Commands.of(
                1, _ -> new SettingsCommand.SetBalanceCap(Population.TIER, Population.CURRENCY, Limit.NONE));
        try (Progress.Task task = progress.begin("quarter of an hour", steps)) {
            for (int step = 0; step < steps; step++) {
                clock.advance(STEP);
                node.feed("steps of the clock", CLOCK_STREAM + 2 + step, command, Progress.NONE);
                task.reached(step);
            }
        }
    }
}
