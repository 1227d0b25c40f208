package sekisho.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many bytes of live heap a wallet costs, with an active link, its counters and 30 days of limits. What the engine holds without
 * wallets is subtracted; the journal is empty, because the commands are a stream.
 */
final class WalletMemory {
    private static final long STREAM = 1;
    private static final long BEGINNING = 1_750_000_000_000L;
    private static final long BETWEEN_MILLIS = 10L * 24 * 3_600_000;
    private static final long TICK_MILLIS = 60_000;

    private final int wallets;
    private final Progress progress;
    private final List<String> notes = new ArrayList<>();

    WalletMemory(int wallets, Progress progress) {
        this.wallets = wallets;
        this.progress = progress;
    }

    double bytesPerWallet() {
        EngineAlone engine = new EngineAlone();
        EngineFeed feed = new EngineFeed(engine, STREAM);
        LinkedPopulation population = new LinkedPopulation(wallets, STREAM);
        long before = liveBytes();
        feed.feed("wallets and links", population.first(Days.of(BEGINNING)), BEGINNING, progress);
        long later = BEGINNING + BETWEEN_MILLIS;
        for (long now = BEGINNING; now < later; now += TICK_MILLIS) {
            engine.tick(now);
        }
        feed.feed("second top-ups", population.second(), later, progress);
        long bytes = liveBytes() - before;
        notes.add(String.format(
                Locale.ROOT,
                "a wallet: account, active link, two slots of limits: %,.1f bytes of live heap, %,.1f of them in tables; "
                        + "remembered answers besides: %,d",
                bytes / (double) wallets,
                engine.core().size().all() / (double) wallets,
                engine.core().journalCount()));
        return bytes / (double) wallets;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    /** The heap in use after everything that can go has gone. */
    private static long liveBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            memory.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
