package sekisho.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The measures of a durable node. Every run has a new node with a population of its own; the first run of the rates also counts the
 * outcome log and repeats all requests.
 */
final class DurableRuns {
    private static final long STREAM = 1;
    private static final long BATCH_WINDOW = 32_000;
    private static final long SINGLE_WINDOW = 8_000;
    private static final int LATENCY_RATE = 80_000;
    private static final int MIXED_RATE = 10_000;

    private final BenchSettings settings;
    private final Population population;
    private final Transfers transfers;
    private final List<String> notes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Set<Integer> verifiedFrameSizes = new HashSet<>();

    DurableRuns(BenchSettings settings, Population population) {
        this.settings = settings;
        this.population = population;
        this.transfers = new Transfers(population, 1);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Transfers a second in frames of 500. */
    double batchRate() {
        return rate(EngineFeed.FRAME, BATCH_WINDOW);
    }

    /** Transfers a second, each by itself. */
    double singleRate() {
        return rate(1, SINGLE_WINDOW);
    }

    /** The 99th percentile of single transfers at a steady rate, milliseconds. */
    double singleLatency() {
        try (NodeUnderLoad node = start()) {
            OpenLoop load = new OpenLoop(node.gateway(), transfers, LATENCY_RATE);
            load.run(warmUp(), settings.duration());
            return latency("single", load, LATENCY_RATE);
        }
    }

    /** The same beside as many batches as the node takes. */
    double mixedLatency() {
        try (NodeUnderLoad node = start()) {
            ClosedLoop batches =
                    new ClosedLoop(node.gateway(), new Transfers(population, 2), EngineFeed.FRAME, BATCH_WINDOW);
            OpenLoop singles = new OpenLoop(node.gateway(), transfers, MIXED_RATE);
            AtomicBoolean stop = new AtomicBoolean();
            Thread thread = Thread.ofPlatform().name("batches").start(() -> batches.sendUntil(stop::get));
            long began = System.nanoTime();
            singles.run(warmUp(), settings.duration());
            stop.set(true);
            join(thread);
            double seconds = (System.nanoTime() - began) / 1e9;
            notes.add(String.format(
                    Locale.ROOT, "beside the mixed singles: %,.0f transfers/s in batches", batches.sent() / seconds));
            batches.awaitAll();
            return latency("mixed", singles, MIXED_RATE);
        }
    }

    private double rate(int frameSize, long window) {
        try (NodeUnderLoad node = start()) {
            ClosedLoop load = new ClosedLoop(node.gateway(), transfers, frameSize, window);
            double rate = load.run(warmUp(), settings.duration());
            if (verifiedFrameSizes.add(frameSize)) {
                verify(node, load, frameSize);
            }
            return rate;
        }
    }

    private void verify(NodeUnderLoad node, ClosedLoop load, int frameSize) {
        Replies replies = load.replies();
        String what = frameSize == 1 ? "singles" : "batches";
        expect(what + ": without an answer", 0, replies.lost());
        node.node().awaitOutcomes();
        expect(what + ": in the outcome log", replies.answered(), LoggedAnswers.count(node.home()));
        settings.progress().say("repeating " + replies.answered() + " requests");
        Replies repeats = load.repeatAll();
        expect(what + ": repeats", load.sent(), repeats.repeated());
        expect(what + ": hash of the repeated answers", replies.hash(), repeats.hash());
        notes.add(String.format(
                Locale.ROOT,
                "%s: %,d answered, %.1f %% refused; the log has as many; all repeated with the same answers",
                what,
                replies.answered(),
                100.0 * replies.refused() / replies.answered()));
    }

    private double latency(String what, OpenLoop load, int rate) {
        expect(what + ": without an answer", 0, load.failures());
        notes.add(String.format(
                Locale.ROOT,
                "%s at %,d/s: p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, longest %.2f ms",
                what,
                rate,
                load.percentileMillis(50),
                load.percentileMillis(99),
                load.percentileMillis(99.9),
                load.percentileMillis(100)));
        return load.percentileMillis(99);
    }

    private void expect(String what, long expected, long actual) {
        if (expected != actual) {
            failures.add(String.format(Locale.ROOT, "%s: %,d instead of %,d", what, actual, expected));
        }
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

    private Duration warmUp() {
        return settings.quick() ? Duration.ofSeconds(3) : Duration.ofSeconds(10);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
