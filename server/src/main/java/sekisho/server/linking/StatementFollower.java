package sekisho.server.linking;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sekisho.bank.redirect.BankKeys;
import sekisho.bank.redirect.BankStatements;
import sekisho.bank.redirect.HolderStatement;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.Refusal;

/**
 * Brings the engine what one bank says of links after the visit: that its holder was told, and what the holder says. A statement about a
 * link whose visit was not told of yet waits, and the others do not wait for it.
 */
final class StatementFollower implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StatementFollower.class.getName());

    /** While a customer is likely to be waiting. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Duration WATCHED = Duration.ofMinutes(10);

    /** A bank that never comes to an end has its turn again later. */
    private static final int MOST_PAGES = 100;

    private final BankId bank;
    private final String apiKey;
    private final StatementWork work;
    private final Follower loop;
    private volatile Instant watchedUntil = Instant.MIN;
    private @Nullable Asked asked;
    private boolean failing;

    StatementFollower(BankId bank, String apiKey, StatementWork work) {
        this.bank = bank;
        this.apiKey = apiKey;
        this.work = work;
        this.loop = new Follower("sekisho-statements-" + bank.code(), this::period, this::round);
    }

    /** What all followers work with. Period: how often a bank is asked while nobody waits. */
    record StatementWork(
            SupportedBanks banks,
            HeardStatements heard,
            Checkpoint checkpoint,
            BankNews news,
            Duration period,
            InstantSource clock) {}

    /** How a bank is asked, as long as it stays where it is. */
    private record Asked(SupportedBank of, BankKeys keys, BankStatements statements) {}

    void start() {
        loop.start();
    }

    /** Somebody waits for what this bank's customer will say. */
    void watch() {
        watchedUntil = work.clock().instant().plus(WATCHED);
        loop.wake();
    }

    private Duration period() {
        return work.clock().instant().isBefore(watchedUntil) ? SOON : work.period();
    }

    /** Asks once, and brings what can be brought. */
    Follower.Round round() {
        Optional<SupportedBank> known = work.banks().find(bank);
        if (known.isEmpty()) {
            return Follower.Round.QUIET;
        }
        try {
            Follower.Round round = bringAll(at(known.get()));
            failing = false;
            return round;
        } catch (IOException | RuntimeException failed) {
            LOG.log(
                    failing ? Level.DEBUG : Level.WARNING,
                    "bank {0} does not say what became of links: {1}",
                    bank.code(),
                    failed.getMessage());
            failing = true;
            return Follower.Round.FAILED;
        }
    }

    /** A bank gives its list in pages: a statement that waits keeps nobody from those of the next. */
    private Follower.Round bringAll(BankStatements statements) throws IOException {
        Set<Long> done = work.heard().behind(bank);
        Follower.Round round = Follower.Round.QUIET;
        List<HolderStatement> page = statements.after(work.heard().mark(bank));
        for (int pages = 0; !page.isEmpty() && pages < MOST_PAGES; pages++) {
            for (HolderStatement one : page) {
                if (!done.contains(one.number()) && !bring(one)) {
                    round = Follower.Round.WAITING;
                }
            }
            page = statements.after(page.getLast().number());
        }
        return round;
    }

    private BankStatements at(SupportedBank known) {
        Asked now = asked;
        if (now == null || !now.of().issuer().equals(known.issuer())) {
            closeAsked();
            var keys = new BankKeys(Set.of(known.issuer()), work.clock());
            var source = new BankStatements.Source(known.issuer(), bank, BookId.FIRST, apiKey);
            now = new Asked(known, keys, new BankStatements(source, keys, work.clock()));
            asked = now;
        }
        return now.statements();
    }

    /** False: it has to be said again later. */
    private boolean bring(HolderStatement one) {
        var about = one.statement().result();
        if (work.checkpoint().onItsWay(about.link())) {
            return false;
        }
        return switch (work.checkpoint().report(one.statement())) {
            case Checkpoint.Said.Moved(var status, var _) -> {
                work.heard().done(bank, one.number(), status.name());
                work.news().said(about, status);
                yield true;
            }
            case Checkpoint.Said.No(var reason, var _) when reason == Refusal.RESULT_EXPIRED -> false;
            case Checkpoint.Said.No(var reason, var _) -> {
                LOG.log(
                        Level.INFO,
                        "statement {0} of bank {1} changes nothing: {2}",
                        one.number(),
                        bank.code(),
                        reason);
                work.heard().done(bank, one.number(), reason.name());
                yield true;
            }
            case Checkpoint.Said.Nothing _ -> false;
        };
    }

    private void closeAsked() {
        Asked now = asked;
        if (now != null) {
            now.statements().close();
            now.keys().close();
        }
    }

    @Override
    public void close() {
        loop.close();
        closeAsked();
    }
}
