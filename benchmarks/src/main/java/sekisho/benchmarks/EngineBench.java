package sekisho.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** The engine's measures, one after the other. */
public final class EngineBench {
    private static final int WALLETS = 1_000_000;

    private final BenchSettings settings;
    private final Progress progress;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private EngineBench(BenchSettings settings) {
        this.settings = settings;
        this.progress = settings.progress();
    }

    /** Measures what the settings ask for. */
    public static BenchResult run(BenchSettings settings) throws IOException {
        EngineBench bench = new EngineBench(settings);
        if (settings.flight() == null) {
            bench.measure();
        } else {
            try (Flight _ = Flight.record(settings.flight())) {
                bench.measure();
            }
            bench.notes.addAll(Flight.summary(settings.flight()));
        }
        return new BenchResult(bench.measurements, bench.notes, bench.failures);
    }

    private void measure() {
        notes.add(String.format(
                Locale.ROOT,
                "%,d wallets, chosen by Zipf's law (exponent %.2f, scattered); frames of %d; 4 %% refused for want of money, "
                        + "3 %% over the limit, 3 %% to frozen payees; limits of 24 hours, 30 days, day and month counted",
                WALLETS,
                Transfers.EXPONENT,
                EngineFeed.FRAME));
        coreTransfers();
        durable();
        longestPause();
    }

    private void durable() {
        DurableRuns runs = new DurableRuns(settings, new Population(WALLETS));
        median("engine.durable.batch.transfers", "1/s", runs::batchRate);
        median("engine.durable.single.commands", "1/s", runs::singleRate);
        median("engine.durable.single.p99", "ms", runs::singleLatency);
        median("engine.mixed.single.p99", "ms", runs::mixedLatency);
        notes.addAll(runs.notes());
        failures.addAll(runs.failures());
    }

    private void coreTransfers() {
        if (settings.wants("engine.core.transfers")) {
            CoreTransfers core = new CoreTransfers(new Population(WALLETS), progress);
            median("engine.core.transfers", "1/s", () -> core.perSecond(settings.duration()));
            failures.addAll(core.failures());
        }
    }

    private void longestPause() {
        if (settings.wants("pause.max")) {
            LongestPause pause = new LongestPause(progress);
            median("pause.max", "ms", () -> pause.millis(settings.duration()));
        }
    }

    private void median(String name, String unit, DoubleSupplier measure) {
        if (!settings.wants(name)) {
            return;
        }
        double[] values = new double[settings.repeats()];
        for (int i = 0; i < values.length; i++) {
            progress.say(String.format(Locale.ROOT, "%s, run %d of %d", name, i + 1, values.length));
            values[i] = measure.getAsDouble();
            progress.say(String.format(Locale.ROOT, "%s: %,.2f %s", name, values[i], unit));
        }
        measurements.add(new Measurement(name, Median.of(values), unit));
    }
}
