package sekisho.cli.run;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Makes the demo world, and tries again when something did not answer in time: what is there already stays as it is. A machine that does
 * much besides may hold up the disk for longer than the engine waits.
 */
final class Planting implements Runnable {
    private static final System.Logger LOG = System.getLogger(Planting.class.getName());
    private static final int MOST_TRIES = 8;

    private final Work work;
    private final BooleanSupplier stopped;
    private final Duration firstPause;
    private final Consumer<String> progress;

    /**
     * @param stopped nothing is tried or said any more
     * @param firstPause before the second try; doubles after each
     */
    Planting(Work work, BooleanSupplier stopped, Duration firstPause, Consumer<String> progress) {
        this.work = work;
        this.stopped = stopped;
        this.firstPause = firstPause;
        this.progress = progress;
    }

    /** One try. */
    @FunctionalInterface
    interface Work {
        void plant() throws CannotRun, InterruptedException;
    }

    @Override
    public void run() {
        long began = System.nanoTime();
        Duration pause = firstPause;
        for (int tried = 1; !stopped.getAsBoolean(); tried++) {
            try {
                work.plant();
                progress.accept("demo world: there after " + (System.nanoTime() - began) / 1_000_000 + " ms");
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (CannotRun | RuntimeException e) {
                if (stopped.getAsBoolean()) {
                    return;
                }
                if (tried == MOST_TRIES) {
                    LOG.log(Level.WARNING, "the demo world is not whole; the next start goes on with it", e);
                    return;
                }
                LOG.log(Level.WARNING, "the demo world is not whole yet ({0}): again in {1}", e.getMessage(), pause);
            }
            if (!rest(pause)) {
                return;
            }
            pause = pause.multipliedBy(2);
        }
    }

    private static boolean rest(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
