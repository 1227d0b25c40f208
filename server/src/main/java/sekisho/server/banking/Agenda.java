package sekisho.server.banking;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes things due later. What is on it is short and waits for nothing. Any thread; at most {@value #MOST} items, what
 * comes beyond them is left out: nothing here is needed for money to be right.
 */
final class Agenda implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Agenda.class.getName());
    private static final int MOST = 100_000;

    private final AtomicInteger size = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sekisho-banking-agenda").daemon().factory());

    /** Has something done after a while. False: the agenda is full or closed. */
    boolean after(Duration wait, Runnable item) {
        if (size.incrementAndGet() > MOST) {
            size.decrementAndGet();
            return false;
        }
        try {
            var _ = thread.schedule(() -> run(item), wait.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /** Forgets everything. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void run(Runnable item) {
        size.decrementAndGet();
        try {
            item.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "an item of the agenda failed", e);
        }
    }
}
