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

    private final HttpTarget target;
    private final InetSocketAddress address;
    private final Duration warmUp;
    private final Duration measured;
    private final Progress progress;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private HttpBench(HttpTarget target, Duration warmUp, Duration measured, Progress progress) throws IOException {
        URI base = target.base();
        this.target = target;
        this.address = new InetSocketAddress(InetAddress.getByName(base.getHost()), base.getPort());
        this.warmUp = warmUp;
        this.measured = measured;
        this.progress = progress;
    }

    /** Measures a running server: transfers a second, the latency at half of that, and the rate of bulk requests. */
    public static BenchResult run(HttpTarget target, Duration warmUp, Duration measured, Progress progress)
            throws IOException, InterruptedException {
        var bench = new HttpBench(target, warmUp, measured, progress);
        bench.measure();
        return new BenchResult(bench.measurements, bench.notes, bench.failures);
    }

    private void measure() throws IOException, InterruptedException {
        try (var world = new HttpWorld(target)) {
            progress.say("making " + WALLETS + " wallets");
            long[] wallets = world.wallets(WALLETS, SEED);
            double rate = singles(world.loadToken(), wallets);
            latency(world.loadToken(), wallets, (int) (rate / 2));
            bulk(world.loadToken(), wallets);
        }
    }

    private double singles(String token, long[] wallets) throws IOException {
        progress.say("single transfers, as many as it takes");
        var result = load(token, wallets, 1, SATURATION).run(warmUp, measured);
        note("saturated", SATURATION, result);
        measurements.add(Measurement.rate("http.single.requests", result.perSecond()));
        return result.perSecond();
    }

    private void latency(String token, long[] wallets, int perSecond) throws IOException {
        progress.say("single transfers, " + perSecond + " a second");
        var result = load(token, wallets, 2, perSecond).run(warmUp, measured);
        note("half", perSecond, result);
        measurements.add(Measurement.millis("http.single.p99", result.millis(99)));
        if (result.dropped() > 0) {
            failures.add(result.dropped() + " transfers were dropped at " + perSecond + " a second");
        }
    }

    private SingleLoad load(String token, long[] wallets, long seed, int perSecond) {
        String host = target.base().getHost() + ":" + target.base().getPort();
        return new SingleLoad(address, TransferBytes.singles(host, token, wallets, seed), CONNECTIONS, perSecond);
    }

    private void note(String what, int perSecond, SingleLoad.Result result) {
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

    private void bulk(String token, long[] wallets) throws InterruptedException {
        progress.say("bulk");
        bulk(token, wallets, warmUp);
        long began = System.nanoTime();
        var loads = bulk(token, wallets, measured);
        double seconds = (System.nanoTime() - began) / 1e9;
        long accepted = loads.stream().mapToLong(BulkLoad::accepted).sum();
        long refused = loads.stream().mapToLong(BulkLoad::refused).sum();
        long unconfirmed = loads.stream().mapToLong(BulkLoad::unconfirmed).sum();
        measurements.add(Measurement.rate("http.bulk.transfers", (accepted + refused) / seconds));
        notes.add(String.format(
                Locale.ROOT,
                "bulk on %d connections: accepted %,d, refused %,d, unconfirmed %,d in %.1f s",
                BULK_CONNECTIONS,
                accepted,
                refused,
                unconfirmed,
                seconds));
        if (unconfirmed > 0) {
            failures.add(unconfirmed + " bulk lines are unconfirmed");
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
}
