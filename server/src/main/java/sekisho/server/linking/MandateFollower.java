package sekisho.server.linking;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import sekisho.bank.redirect.BankMandates;
import sekisho.bank.redirect.EndedMandate;
import sekisho.protocol.BankId;

/**
 * Asks one bank which mandates have ended since it was asked last, and has their links closed.
 */
final class MandateFollower implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MandateFollower.class.getName());
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int AT_ONCE = 1_000;

    private final BankId bank;
    private final MandatesThere mandates;
    private final MandateWork work;
    private final Follower loop;
    private int failures;

    MandateFollower(BankId bank, String apiKey, MandateWork work) {
        this.bank = bank;
        this.mandates = new MandatesThere(apiKey);
        this.work = work;
        this.loop = new Follower("sekisho-mandates-" + bank.code(), work::period, this::round);
    }

    /** What all followers work with. Period: how often a bank is asked that says nothing by itself. */
    record MandateWork(
            SupportedBanks banks,
            EndedMandates ended,
            MandateCloser closer,
            MandateMetrics metrics,
            Duration period,
            InstantSource clock) {}

    void start() {
        loop.start();
    }

    /** The bank has something to tell. */
    void wake() {
        loop.wake();
    }

    /** Asks once, and does what can be done. */
    Follower.Round round() {
        try {
            boolean answered = ask();
            Follower.Round round = closeAll();
            failures = answered ? 0 : failures + 1;
            return answered ? round : Follower.Round.FAILED;
        } catch (RuntimeException failed) {
            failures++;
            LOG.log(
                    failures == 1 ? Level.WARNING : Level.DEBUG,
                    "ended mandates of bank " + bank.code() + " wait",
                    failed);
            return Follower.Round.FAILED;
        }
    }

    /** False: the bank gave no list. */
    private boolean ask() {
        Optional<SupportedBank> known = work.banks().find(bank);
        if (known.isEmpty()) {
            return true;
        }
        try {
            BankMandates there = mandates.at(known.get().issuer());
            List<EndedMandate> heard;
            do {
                heard = there.endedAfter(work.ended().last(bank));
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

    private Follower.Round closeAll() {
        boolean fresh = false;
        for (EndedMandates.Noted noted : work.ended().open(bank, AT_ONCE)) {
            Optional<EndedMandates.State> became = work.closer().close(noted);
            became.ifPresent(state -> work.metrics().became(bank, state));
            fresh |= became.isEmpty()
                    && noted.notedAt().plus(FRESH).isAfter(work.clock().instant());
        }
        return fresh ? Follower.Round.WAITING : Follower.Round.QUIET;
    }

    @Override
    public void close() {
        loop.close();
        mandates.close();
    }
}
