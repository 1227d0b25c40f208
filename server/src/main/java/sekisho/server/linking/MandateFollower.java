package sekisho.server.linking;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sekisho.bank.redirect.BankMandates;
import sekisho.bank.redirect.EndedMandate;
import sekisho.protocol.BankId;

/**
 * Asks one bank which mandates have ended since it was asked last, and has their links closed. A virtual thread of its own, which
 * waits for this bank and no other; a bank that does not answer is asked less and less often.
 */
final class MandateFollower implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MandateFollower.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final int AT_ONCE = 1_000;

    private final BankId bank;
    private final String apiKey;
    private final MandateWork work;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread;
    private @Nullable Asked asked;
    private int failures;
    private volatile boolean stopping;

    MandateFollower(BankId bank, String apiKey, MandateWork work) {
        this.bank = bank;
        this.apiKey = apiKey;
        this.work = work;
        this.thread = Thread.ofVirtual().name("sekisho-mandates-" + bank.code()).unstarted(this::run);
    }

    /** What all followers work with. Period: how often a bank is asked that says nothing by itself. */
    record MandateWork(
            SupportedBanks banks,
            EndedMandates ended,
            MandateCloser closer,
            MandateMetrics metrics,
            Duration period,
            InstantSource clock) {}

    /** How a bank is asked, as long as it stays where it is. */
    private record Asked(URI issuer, BankMandates mandates) {}

    void start() {
        thread.start();
    }

    /** The bank has something to tell. */
    void wake() {
        wakes.release();
    }

    private void run() {
        try {
            while (!stopping) {
                Duration pause = next(round());
                boolean _ = wakes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                // However often somebody knocks.
                Thread.sleep(BETWEEN);
                int _ = wakes.drainPermits();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration next(Round round) {
        return switch (round) {
            case QUIET -> work.period();
            case WAITING -> FIRST_PAUSE;
            case FAILED -> {
                Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
                yield pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
            }
        };
    }

    /** How it went. */
    enum Round {
        /** All is done. */
        QUIET,
        /** A link may be there in a moment, or the engine answers again. */
        WAITING,
        /** The bank or the database did not answer. */
        FAILED
    }

    /** Asks once, and does what can be done. */
    Round round() {
        try {
            boolean answered = ask();
            Round round = closeAll();
            failures = answered ? 0 : failures + 1;
            return answered ? round : Round.FAILED;
        } catch (RuntimeException failed) {
            failures++;
            LOG.log(
                    failures == 1 ? Level.WARNING : Level.DEBUG,
                    "ended mandates of bank " + bank.code() + " wait",
                    failed);
            return Round.FAILED;
        }
    }

    /** False: the bank gave no list. */
    private boolean ask() {
        Optional<SupportedBank> known = work.banks().find(bank);
        if (known.isEmpty()) {
            return true;
        }
        try {
            BankMandates mandates = mandates(known.get().issuer());
            List<EndedMandate> heard;
            do {
                heard = mandates.endedAfter(work.ended().last(bank));
                heard.forEach(one -> work.ended().note(bank, one));
            } while (heard.size() >= AT_ONCE);
            work.metrics().asked(bank, true);
            return true;
        } catch (IOException e) {
            work.metrics().asked(bank, false);
            LOG.log(
                    failures == 0 ? Level.WARNING : Level.DEBUG,
                    "bank {0} does not say which mandates have ended: {1}",
                    bank.code(),
                    e.getMessage());
            return false;
        }
    }

    private BankMandates mandates(URI issuer) {
        Asked now = asked;
        if (now == null || !now.issuer().equals(issuer)) {
            if (now != null) {
                now.mandates().close();
            }
            now = new Asked(issuer, new BankMandates(issuer, apiKey));
            asked = now;
        }
        return now.mandates();
    }

    private Round closeAll() {
        boolean fresh = false;
        for (EndedMandates.Noted noted : work.ended().open(bank, AT_ONCE)) {
            Optional<EndedMandates.State> became = work.closer().close(noted);
            became.ifPresent(state -> work.metrics().became(bank, state));
            fresh |= became.isEmpty()
                    && noted.notedAt().plus(FRESH).isAfter(work.clock().instant());
        }
        return fresh ? Round.WAITING : Round.QUIET;
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            if (thread.isAlive()) {
                boolean _ = thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Asked now = asked;
        if (now != null) {
            now.mandates().close();
        }
    }
}
