package sekisho.cli.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What SIGTERM and Ctrl-C do: everything is stopped in order, and the process ends with exit code 0. Waits for nobody
 * longer than a minute.
 */
public final class StopSignal {
    private static final Duration LONGEST_STOP = Duration.ofMinutes(1);
    private static final int WELL = 0;
    private static final int NOT_WELL = 1;

    private volatile boolean given;
    private volatile @Nullable Running running;

    /** From now on signals are heard. */
    public StopSignal() {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("sekisho-stop").unstarted(this::stop));
    }

    /** What is to be stopped. */
    public void stops(Running value) {
        running = value;
    }

    /** Whether the process is about to end: by a signal, or by itself. */
    public boolean isGiven() {
        return given;
    }

    /** Waits for the end of the process, which comes. */
    public void awaitEnd() throws InterruptedException {
        Thread.currentThread().join();
    }

    private void stop() {
        Running toStop = running;
        if (toStop == null) {
            return;
        }
        given = !toStop.isStopped();
        Thread stopping = Thread.ofPlatform().name("sekisho-stopping").daemon().start(toStop::close);
        boolean well = false;
        try {
            well = stopping.join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!well) {
            System.err.println(
                    "run: not everything stopped within " + LONGEST_STOP.toSeconds() + " s; what was answered is safe");
        }
        if (given) {
            System.out.flush();
            System.err.flush();
            // Not exit(): a process that a signal ends would say so in its exit code.
            Runtime.getRuntime().halt(well ? WELL : NOT_WELL);
        }
        // Otherwise the process ends by itself, with the exit code that it says.
    }
}
