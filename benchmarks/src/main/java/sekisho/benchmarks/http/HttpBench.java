package sekisho.benchmarks.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import sekisho.benchmarks.BenchResult;
import sekisho.benchmarks.BenchSettings;
import sekisho.benchmarks.Measurement;
import sekisho.benchmarks.Progress;

/** The server's measures over HTTP, one after the other. */
public final class HttpBench {
    private static final int WALLETS = 100_000;
    private static final long SEED = 20200910;
    private static final int CONNECTIONS = 64;
    private static final int BULK_CONNECTIONS = 2;

    /** More than any server on this machine can take: what it takes of it is its rate. */
    private static final int SATURATION = 30_000;

    /** Half of what is wanted, where latency is measured. */
    private static final int HALF = 4_000;

    /** A transfer is two entries and an answer. */
    private static final int ROWS_A_TRANSFER = 3;

    /** Bulk requests leave the projector behind; the server takes no more of them when that has become a minute. */
    private static final Duration LONGEST_BULK = Duration.ofSeconds(30);

    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration BULK_WARM_UP = Duration.ofSeconds(10);
    private static final Duration LONGEST_CATCH_UP = Duration.ofMinutes(15);
    private static final String ROWS = "sekisho_projection_rows_total";
    private static final String LAG = "sekisho_projection_lag_steps";

    private final HttpTarget target;
    private final InetSocketAddress address;
    private final Duration measured;
    private final BenchSettings settings;
    private final Progress progress;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private SentTransfers sent = SentTransfers.NONE;

    private HttpBench(HttpTarget target, BenchSettings settings) {
        URI base = target.base();
        this.target = target;
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), base.getPort());
        this.settings = settings;
        this.measured = settings.quick() ? Duration.ofSeconds(8) : Duration.ofSeconds(60);
        this.progress = settings.progress();
    }

    /**
     * What was measured, and what must be true of the tables now.
     *
     * @param verification to be done when the server has stopped
     */
    public record Measured(BenchResult result, HttpVerification verification) {}

    /**
     * Measures a running server of this machine, as far as the settings ask for it: transfers a second, the latency at half
     * of what is wanted, and bulk requests with the projector beside them. Returns when the projector has caught up.
     */
    public static Measured run(HttpTarget target, BenchSettings settings) throws IOException, InterruptedException {
        var bench = new HttpBench(target, settings);
        bench.measure();
        return new Measured(
                new BenchResult(bench.measurements, bench.notes, bench.failures),
                new HttpVerification(WALLETS, WALLETS * HttpWorld.OPENING, bench.sent));
    }

    private void measure() throws IOException, InterruptedException {
        try (var world = new HttpWorld(target)) {
            progress.say("making " + WALLETS + " wallets");
            long[] wallets = world.wallets(WALLETS, SEED);
            awaitCaughtUp(world);
            if (settings.wants("http.single.requests")) {
                singles(world.loadToken(), wallets);
            }
            if (settings.wants("http.single.p99")) {
                latency(world.loadToken(), wallets);
            }
            if (settings.wants("http.bulk.transfers") || settings.wants("projector.transfers")) {
                bulk(world, wallets);
            }
            awaitCaughtUp(world);
        }
    }

    private void singles(String token, long[] wallets) throws IOException {
        progress.say("single transfers, as many as it takes");
        var result = load(token, wallets, 1, SATURATION).run(WARM_UP, measured);
        note("saturated", SATURATION, result);
        measurements.add(Measurement.rate("http.single.requests", result.perSecond()));
    }

    private void latency(String token, long[] wallets) throws IOException {
        progress.say("single transfers, " + HALF + " a second");
        var result = load(token, wallets, 2, HALF).run(WARM_UP, measured);
        note("half", HALF, result);
        measurements.add(Measurement.millis("http.single.p99", result.millis(99)));
        if (result.dropped() > 0) {
            failures.add(result.dropped() + " transfers were dropped at " + HALF + " a second");
        }
    }

    private SingleLoad load(String token, long[] wallets, long seed, int perSecond) {
        String host = target.base().getHost() + ":" + target.base().getPort();
        return new SingleLoad(address, TransferBytes.singles(host, token, wallets, seed), CONNECTIONS, perSecond);
    }

    private void note(String what, int perSecond, SingleLoad.Result result) {
        sent = sent.plus(result.sent());
        notes.add(String.format(
                Locale.ROOT,
                "%s, %,d/s offered on %d connections: %,.0f/s answered; accepted %,d, refused %,d, failed %,d, dropped %,d; "
                        + "p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, longest %.2f ms",
                what,
                perSecond,
                CONNECTIONS,
                result.perSecond(),
                result.accepted(),
                result.refused(),
                result.failed(),
                result.dropped(),
                result.millis(50),
                result.millis(99),
                result.millis(99.9),
                result.millis(100)));
        if (result.failed() > 0) {
            failures.add(result.failed() + " requests failed");
        }
    }

    private void bulk(HttpWorld world, long[] wallets) throws IOException, InterruptedException {
        progress.say("bulk");
        String token = world.loadToken();
        Duration time = measured.compareTo(LONGEST_BULK) < 0 ? measured : LONGEST_BULK;
        count(bulk(token, wallets, BULK_WARM_UP));
        double rowsBefore = world.measure(ROWS);
        long began = System.nanoTime();
        var loads = bulk(token, wallets, time);
        double seconds = seconds(began);
        double projected = (world.measure(ROWS) - rowsBefore) / ROWS_A_TRANSFER;
        count(loads);
        long accepted = loads.stream().mapToLong(BulkLoad::accepted).sum();
        long refused = loads.stream().mapToLong(BulkLoad::refused).sum();
        measurements.add(Measurement.rate("http.bulk.transfers", (accepted + refused) / seconds));
        measurements.add(Measurement.rate("projector.transfers", projected / seconds));
        notes.add(String.format(
                Locale.ROOT,
                "bulk on %d connections: accepted %,d, refused %,d in %.1f s; meanwhile %,.0f were projected",
                BULK_CONNECTIONS,
                accepted,
                refused,
                seconds,
                projected));
    }

    private void count(List<BulkLoad> loads) {
        for (BulkLoad load : loads) {
            sent = sent.plus(new SentTransfers(load.accepted(), load.unconfirmed()));
            if (load.unconfirmed() > 0) {
                failures.add(load.unconfirmed() + " bulk lines are unconfirmed");
            }
            if (load.failure() != null) {
                failures.add("bulk ended early: " + load.failure());
            }
        }
    }

    private List<BulkLoad> bulk(String token, long[] wallets, Duration time) throws InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        var loads = new ArrayList<BulkLoad>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < BULK_CONNECTIONS; i++) {
            var load = new BulkLoad(
                    address, token, TransferBytes.lines(wallets, System.nanoTime() + TimeUnit.DAYS.toNanos(i)), until);
            loads.add(load);
            threads.add(Thread.ofPlatform().name("bulk-load").start(load));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return loads;
    }

    private void awaitCaughtUp(HttpWorld world) throws IOException, InterruptedException {
        progress.say("the projector catches up");
        long began = System.nanoTime();
        while (world.measure(LAG) > 0) {
            if (System.nanoTime() - began > LONGEST_CATCH_UP.toNanos()) {
                failures.add("the projector did not catch up within " + LONGEST_CATCH_UP.toMinutes() + " minutes");
                return;
            }
            Thread.sleep(Duration.ofMillis(200));
        }
        if (!measurements.isEmpty()) {
            notes.add(String.format(Locale.ROOT, "the projector had caught up %.1f s later", seconds(began)));
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
