package sekisho.server.shop;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import sekisho.protocol.BankId;
import sekisho.server.banking.BankLine;

/**
 * Has payouts brought to their banks: looks for what is due every second, and at once when it is woken; each payout has a virtual thread,
 * each bank a few at a time, so that no bank waits for another. A thread of its own.
 */
final class PayoutCourier implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PayoutCourier.class.getName());
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LAST_WAIT = Duration.ofSeconds(15);
    private static final int AT_A_TIME = 8;

    private final Payouts payouts;
    private final PayoutRunner runner;
    private final Function<BankId, Optional<BankLine>> banks;
    private final Map<BankId, Semaphore> permits = new ConcurrentHashMap<>();
    private final Semaphore wakes = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread thread;
    private volatile boolean stopping;

    /** @param banks the way to a bank; empty: not now */
    PayoutCourier(Payouts payouts, PayoutRunner runner, Function<BankId, Optional<BankLine>> banks) {
        this.payouts = payouts;
        this.runner = runner;
        this.banks = banks;
        this.thread = Thread.ofVirtual().name("sekisho-payouts").unstarted(this::run);
    }

    /** Takes up all that was left. */
    void start() {
        thread.start();
    }

    /** Something is due. */
    void wake() {
        wakes.release();
    }

    private void run() {
        boolean takenUp = false;
        try {
            while (!stopping) {
                try {
                    if (!takenUp) {
                        payouts.allDue();
                        takenUp = true;
                    }
                    payouts.due().forEach(this::give);
                } catch (DataAccessException failed) {
                    LOG.log(
                            Level.WARNING,
                            "payouts wait, the database does not answer: {0}",
                            failed.getClass().getSimpleName());
                }
                boolean _ = wakes.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                int _ = wakes.drainPermits();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void give(BankId bank) {
        Optional<BankLine> line = banks.apply(bank);
        Semaphore free = permits.computeIfAbsent(bank, _ -> new Semaphore(AT_A_TIME));
        int most = free.availablePermits();
        if (line.isEmpty() || most == 0) {
            return;
        }
        List<WaitingPayout> due = payouts.take(bank, most);
        for (WaitingPayout payout : due) {
            free.acquireUninterruptibly();
            threads.execute(() -> {
                try {
                    runner.run(payout, line.get());
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                } finally {
                    free.release();
                    wake();
                }
            });
        }
    }

    /** Begins nothing more, and lets calls that are under way end. What does not is asked about at the next start. */
    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            if (thread.isAlive()) {
                boolean _ = thread.join(LAST_WAIT);
            }
            threads.shutdown();
            if (!threads.awaitTermination(LAST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
                boolean _ = threads.awaitTermination(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
