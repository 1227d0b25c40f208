package sekisho.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How many transfers a second the core decides alone: one thread decodes frames of 500, applies them with journal and limits, and
 * encodes their outcomes. Frames are encoded between the measured parts. The clock of the log runs as if {@link #LOGGED_RATE}
 * transfers came a second, so that the journal forgets while it is measured, as it would in a system that runs for long.
 */
final class CoreTransfers {
    /** Transfers in a second of the log: what fills a quarter of an hour with some 27 million answers. */
    static final int LOGGED_RATE = 30_000;

    private static final int FRAMES = 1_000;
    private static final long BEGINNING = 1_750_000_000_000L;

    private final EngineAlone engine = new EngineAlone();
    private final Frames frames;
    private final long firstRefused;
    private long next;

    CoreTransfers(Population population, Progress progress) {
        new EngineFeed(engine, 1).feed("wallets", population.commands(Days.of(BEGINNING)), BEGINNING, progress);
        frames = new Frames(new Transfers(population, 1), FRAMES, EngineFeed.FRAME);
        firstRefused = engine.refused();
    }

    /** Transfers a second, of a run in which so much time was measured. */
    double perSecond(Duration measured) {
        long nanos = 0;
        long count = 0;
        while (nanos < measured.toNanos()) {
            frames.fill(next, number -> BEGINNING + number * 1_000 / LOGGED_RATE);
            next += (long) FRAMES * frames.size();
            long began = System.nanoTime();
            for (int i = 0; i < FRAMES; i++) {
                frames.apply(i, engine);
            }
            nanos += System.nanoTime() - began;
            count += (long) FRAMES * frames.size();
        }
        return count / (nanos / 1e9);
    }

    /** What was not as it should be: applies the last frames again, which must all be answered as repeats. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        long before = engine.repeated();
        long refused = engine.refused() - firstRefused;
        for (int i = 0; i < FRAMES; i++) {
            frames.apply(i, engine);
        }
        long repeated = engine.repeated() - before;
        if (repeated != (long) FRAMES * frames.size()) {
            failures.add("of the last frames, applied again, only " + repeated + " transfers were repeats");
        }
        double share = refused / (double) next;
        if (share < 0.09 || share > 0.11) {
            failures.add("the core alone refused " + Math.round(share * 100) + " % instead of 10 %");
        }
        return failures;
    }
}
