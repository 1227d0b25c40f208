package sekisho.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import sekisho.server.database.Database;
import sekisho.server.database.DatabaseSettings;
import sekisho.server.projection.Projector;
import sekisho.server.projection.ProjectorSettings;
import sekisho.server.projection.ProjectorStatus;

/**
 * The projector's measures: transfers a second, each two entries and an answer, from the outcome log of a real node into
 * an embedded database. Refused transfers are written too, but not counted.
 */
public final class ProjectorBench {
    private static final int WALLETS = 100_000;
    private static final long STREAM = 1;
    private static final long WINDOW = 32_000;
    private static final int BULK_RATE = 100_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final BenchSettings settings;
    private final Population population = new Population(WALLETS);
    private final Transfers transfers = new Transfers(population, 1);
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private ProjectorBench(BenchSettings settings) {
        this.settings = settings;
    }

    /** Measures what the settings ask for. */
    public static BenchResult run(BenchSettings settings) {
        var bench = new ProjectorBench(settings);
        bench.notes.add(String.format(
                Locale.ROOT,
                "%,d wallets, chosen by Zipf's law; one transfer in ten is refused and not counted",
                WALLETS));
        if (settings.wants("projector.alone.transfers")) {
            bench.measurements.add(Measurement.rate("projector.alone.transfers", bench.alone()));
        }
        if (settings.wants("projector.transfers")) {
            bench.measurements.add(Measurement.rate("projector.transfers", bench.besideTheEngine()));
        }
        return new BenchResult(bench.measurements, bench.notes, List.of());
    }

    /** How fast a log that is written already is projected. */
    private double alone() {
        try (var node = start();
                var database = Database.open(
                        DatabaseSettings.Embedded.in(node.home(), node.home().resolve("keys")))) {
            try (var projector = follow(node, database)) {
                await(projector, node);
            }
            var load = new ClosedLoop(node.gateway(), transfers, EngineFeed.FRAME, WINDOW);
            long count = settings.quick() ? 1_000_000 : 3_000_000;
            load.sendUntil(() -> load.sent() >= count);
            load.awaitAll();
            long began = System.nanoTime();
            try (var projector = follow(node, database)) {
                await(projector, node);
                double seconds = seconds(began);
                notes.add(String.format(
                        Locale.ROOT,
                        "alone: %,d rows in %,d transactions, %.1f s, of these %.1f s in transactions",
                        projector.counts().rows(),
                        projector.counts().batches(),
                        seconds,
                        projector.counts().writingMillis() / 1e3));
                return (load.replies().answered() - load.replies().refused()) / seconds;
            }
        }
    }

    /** How fast the log is projected while it grows by more than that. */
    private double besideTheEngine() {
        try (var node = start();
                var database = Database.open(
                        DatabaseSettings.Embedded.in(node.home(), node.home().resolve("keys")));
                var projector = follow(node, database)) {
            await(projector, node);
            var load = new ClosedLoop(node.gateway(), transfers, EngineFeed.FRAME, WINDOW);
            send(load, settings.quick() ? Duration.ofSeconds(3) : Duration.ofSeconds(10));
            long stepsBefore = projector.counts().steps();
            long sentBefore = load.sent();
            long began = System.nanoTime();
            send(load, duration());
            double seconds = seconds(began);
            long steps = projector.counts().steps() - stepsBefore;
            notes.add(String.format(
                    Locale.ROOT,
                    "beside the engine: it took %,.0f transfers/s meanwhile; %,d steps behind in the end",
                    (load.sent() - sentBefore) / seconds,
                    projector.counts().lag().steps()));
            load.awaitAll();
            double accepted =
                    1 - (double) load.replies().refused() / load.replies().answered();
            return steps * EngineFeed.FRAME * accepted / seconds;
        }
    }

    /** Sends at the bulk rate for a while, or as fast as the engine takes it. */
    private static void send(ClosedLoop load, Duration atMost) {
        long before = load.sent();
        long began = System.nanoTime();
        while (System.nanoTime() - began < atMost.toNanos()) {
            load.sendUntil(() -> load.sent() - before >= BULK_RATE * seconds(began));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private Duration duration() {
        return settings.quick() ? Duration.ofSeconds(8) : Duration.ofSeconds(40);
    }

    private NodeUnderLoad start() {
        NodeUnderLoad node = NodeUnderLoad.start(settings.folder());
        try {
            node.feed("wallets", STREAM, population.commands(0), settings.progress());
            return node;
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private static Projector follow(NodeUnderLoad node, Database database) {
        return Projector.start(ProjectorSettings.of(node.home()), database);
    }

    private static void await(Projector projector, NodeUnderLoad node) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (projector.status().state() != ProjectorStatus.State.FOLLOWING
                || projector.projected() == 0
                || projector.counts().lag().steps() > 0) {
            if (System.nanoTime() - deadline > 0 || node.node().failure().isPresent()) {
                throw new IllegalStateException("the projector does not come to the end: " + projector.status());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
