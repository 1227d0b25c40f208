package sekisho.server.banking;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sekisho.bank.BankConnector;
import sekisho.protocol.BankId;

/**
 * Has a {@link BankWorker} run while the server does: starts it as soon as it can be told what is open, and tries again
 * for as long as it takes. Any thread.
 */
public final class BankWork implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(BankWork.class.getName());
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final BankingSurroundings surroundings;
    private final BankingSettings settings;
    private final Supplier<List<BankConnector>> connectors;
    private final boolean wanted;
    private final @Nullable Thread starter;
    private volatile boolean stopping;
    private volatile @Nullable BankWorker worker;

    /**
     * Begins in the background.
     *
     * @param wanted false: this process brings nothing to banks
     * @param connectors makes new ones for each try
     * @param ready whether the open instructions can be read
     */
    BankWork(
            BankingSurroundings surroundings,
            BankingSettings settings,
            boolean wanted,
            Supplier<List<BankConnector>> connectors,
            BooleanSupplier ready) {
        this.surroundings = surroundings;
        this.settings = settings;
        this.connectors = connectors;
        this.wanted = wanted;
        this.starter = wanted
                ? Thread.ofPlatform().name("sekisho-banking-start").daemon().start(() -> start(ready))
                : null;
    }

    /** How it stands. */
    public enum State {
        /** This process brings nothing to banks. */
        NOT_WANTED,
        /** It cannot know yet what is open. */
        STARTING,
        /** What is open is brought to the banks. */
        WORKING,
        /** Nothing new reaches the banks any more: a person must look. */
        FAILED
    }

    public State state() {
        BankWorker running = worker;
        if (running == null) {
            return wanted ? State.STARTING : State.NOT_WANTED;
        }
        return running.failure().isPresent() ? State.FAILED : State.WORKING;
    }

    /** What ended the work by itself. */
    public Optional<Throwable> failure() {
        BankWorker running = worker;
        return running == null ? Optional.empty() : running.failure();
    }

    /** The last step of the log that the worker has read; 0 while there is none. */
    public long position() {
        BankWorker running = worker;
        return running == null ? 0 : running.position();
    }

    /** Whether somebody may start an instruction for a bank now: it would not only lie there. */
    public boolean hasRoom(BankId bank) {
        BankWorker running = worker;
        return !wanted || (running != null && running.hasRoom(bank));
    }

    /** The way to a bank; empty: this process does not call it, or not yet. */
    public Optional<BankLine> line(BankId bank) {
        BankWorker running = worker;
        return running == null ? Optional.empty() : running.line(bank);
    }

    private void start(BooleanSupplier ready) {
        while (!stopping) {
            if (!ready.getAsBoolean()) {
                LockSupport.parkNanos(LOOK.toNanos());
            } else if (started()) {
                return;
            } else {
                pause();
            }
        }
    }

    private boolean started() {
        try {
            worker = BankWorker.start(surroundings, settings, connectors.get());
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "bank work cannot begin now, and is tried again", e);
            return false;
        }
    }

    private void pause() {
        long until = System.nanoTime() + RETRY.toNanos();
        while (!stopping && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /** Begins nothing more, and reports what is under way. A second call does nothing. */
    @Override
    public void close() {
        stopping = true;
        Thread starting = starter;
        try {
            if (starting != null) {
                starting.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        BankWorker running = worker;
        if (running != null) {
            running.close();
        }
    }
}
