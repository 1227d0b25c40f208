package sekisho.cli.run;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sekisho.benchmarks.Progress;

/** A part that starts on a thread of its own, beside the others. Any thread. */
final class Part<T extends AutoCloseable> {
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final String name;
    private final FutureTask<T> starting;

    private Part(String name, FutureTask<T> starting) {
        this.name = name;
        this.starting = starting;
    }

    /** Begins to start a part. */
    static <T extends AutoCloseable> Part<T> start(String name, Progress progress, Callable<T> how) {
        long began = System.nanoTime();
        var starting = new FutureTask<>(() -> {
            T started = how.call();
            progress.say(name + ": ready after " + (System.nanoTime() - began) / 1_000_000 + " ms");
            return started;
        });
        Thread.ofPlatform().name("sekisho-start-" + name.replace(' ', '-')).start(starting);
        return new Part<>(name, starting);
    }

    /**
     * The part, when it has started.
     *
     * @throws CannotRun if it did not start
     */
    T await() throws CannotRun, InterruptedException {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            throw Troubles.of(name, e.getCause());
        }
    }

    /** Whether it has ended starting, well or not. */
    boolean isDone() {
        return starting.isDone();
    }

    /** Stops it, when its start is over. A part that did not start needs no stop. */
    void stop() {
        try {
            T started = starting.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            started.close();
        } catch (ExecutionException notStarted) {
            // Who waited for it has said so.
        } catch (TimeoutException e) {
            throw new IllegalStateException(name + " neither starts nor fails", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException(name + " did not stop in order", e);
        }
    }
}
