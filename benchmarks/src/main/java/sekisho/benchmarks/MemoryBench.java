package sekisho.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What wallets cost in memory, and what snapshots of them cost in time. */
public final class MemoryBench {
    private static final int WALLETS = 1_000_000;
    private static final int QUICK_WALLETS = 100_000;

    private MemoryBench() {}

    /** Measures what the settings ask for. */
    public static BenchResult run(BenchSettings settings) throws IOException {
        int wallets = settings.quick() ? QUICK_WALLETS : WALLETS;
        List<Measurement> measurements = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (settings.wants("memory.wallet.bytes")) {
            WalletMemory memory = new WalletMemory(wallets, settings.progress());
            measurements.add(Measurement.bytes("memory.wallet.bytes", memory.bytesPerWallet()));
            notes.addAll(memory.notes());
        }
        if (settings.wants("snapshot.write")
                || settings.wants("snapshot.stall")
                || settings.wants("snapshot.restore")) {
            SnapshotTimes times = SnapshotTimes.measure(settings, wallets);
            measurements.addAll(times.measurements());
            notes.add(times.note());
        }
        return new BenchResult(measurements, notes, List.of());
    }
}
