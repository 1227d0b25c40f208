package sekisho.server.banking;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankId;

/**
 * Gives the errands of one bank to threads: as many at a time as the bank has permits, and none while its circuit
 * breaker is open. One thread of its own, which waits for this bank and no other.
 */
final class Dispatcher {
    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final long BREAKER_PAUSE_MILLIS = 50;

    private final BankId bank;
    private final BankDesk desk;
    private final BankCaller caller;
    private final ErrandRunner runner;
    private final OpenInstructions open;
    private final ExecutorService threads;
    private final Semaphore permits;

    Dispatcher(
            BankDesk desk,
            BankCaller caller,
            ErrandRunner runner,
            OpenInstructions open,
            BankingSettings settings,
            ExecutorService threads) {
        this.bank = caller.bank();
        this.desk = desk;
        this.caller = caller;
        this.runner = runner;
        this.open = open;
        this.threads = threads;
        this.permits = new Semaphore(settings.callsAtATime());
        // While the bank was left alone the engine may have put off asking for an hour.
        caller.onTrustedAgain(() -> desk.askAboutDoubts(settings.mostKnown()));
    }

    /** Works until the thread is interrupted. */
    void run() {
        try {
            desk.begin();
            while (true) {
                // The breaker's permission is not held while there is nothing to do: others may be trying the bank.
                while (!hasWork()) {}
                permits.acquire();
                BankCaller.Permit permit = permit();
                Errand errand = next();
                if (errand == null) {
                    permit.close();
                    permits.release();
                } else {
                    give(errand, permit);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private BankCaller.Permit permit() throws InterruptedException {
        BankCaller.Permit permit = caller.tryPermit();
        while (permit == null) {
            TimeUnit.MILLISECONDS.sleep(BREAKER_PAUSE_MILLIS);
            permit = caller.tryPermit();
        }
        return permit;
    }

    /** Waits a little for something to do. */
    private boolean hasWork() throws InterruptedException {
        if (desk.wantsMore()) {
            takeUp();
        }
        if (!caller.trusted()) {
            desk.askAboutDoubts(1);
        }
        return desk.await(LOOK);
    }

    private @Nullable Errand next() throws InterruptedException {
        boolean trusted = caller.trusted();
        if (!trusted) {
            // A bank is tried with questions: a new debit that ends in doubt helps nobody.
            desk.askAboutDoubts(1);
        }
        return desk.take(Duration.ZERO, !trusted);
    }

    private void takeUp() {
        try {
            desk.takeUp(open.oldest(bank, desk.toSee()));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "what is open at bank " + bank.code() + " cannot be read now", e);
        }
    }

    private void give(Errand errand, BankCaller.Permit permit) {
        try {
            threads.execute(() -> {
                try {
                    runner.run(errand, permit);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                } finally {
                    permits.release();
                }
            });
        } catch (RejectedExecutionException stopped) {
            permit.close();
        }
    }
}
