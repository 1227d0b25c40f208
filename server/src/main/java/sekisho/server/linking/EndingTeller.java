package sekisho.server.linking;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import sekisho.bank.AccountToken;
import sekisho.protocol.BankId;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.server.banking.StoredLinkedAccounts;
import sekisho.server.history.Instructions;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.projection.Positions;

/**
 * Tells one bank that links have ended here, so that it ends their mandates: until it has heard. Nobody waits for it: a link is closed
 * whatever its bank does. What is on its way at the bank under the mandate comes to its end first.
 */
final class EndingTeller implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EndingTeller.class.getName());
    private static final int AT_ONCE = 1_000;

    /** A bank's answer with a new mandate may come after its link has run out; after a day none will. */
    private static final Duration MANDATE_COMES = Duration.ofDays(1);

    private final BankId bank;
    private final MandatesThere mandates;
    private final EndingWork work;
    private final Follower loop;
    private boolean failing;

    EndingTeller(BankId bank, String apiKey, EndingWork work) {
        this.bank = bank;
        this.mandates = new MandatesThere(apiKey);
        this.work = work;
        this.loop = new Follower("sekisho-endings-" + bank.code(), work::period, this::round);
    }

    /** What all tellers work with. Period: how often it is looked whether something is to be told. */
    record EndingWork(SupportedBanks banks, Endings endings, Known known, Duration period, InstantSource clock) {}

    /** What is known of links and their accounts. */
    record Known(
            StoredLinkedAccounts accounts,
            Links links,
            Instructions instructions,
            EndedMandates ended,
            Positions positions) {}

    void start() {
        loop.start();
    }

    /** A link has ended. */
    void wake() {
        loop.wake();
    }

    /** Tells what can be told. */
    Follower.Round round() {
        try {
            work.endings().forget(bank, work.clock().instant().minus(MANDATE_COMES));
            Follower.Round round = Follower.Round.QUIET;
            for (Endings.Noted noted : work.endings().open(bank, AT_ONCE)) {
                Optional<Endings.State> became = tell(noted);
                if (became.isPresent()) {
                    work.endings().done(noted.link(), became.get());
                } else {
                    round = Follower.Round.WAITING;
                }
            }
            failing = false;
            return round;
        } catch (IOException | RuntimeException failed) {
            LOG.log(
                    failing ? Level.DEBUG : Level.WARNING,
                    "bank {0} is told later of links that have ended: {1}",
                    bank.code(),
                    failed.getMessage());
            failing = true;
            return Follower.Round.FAILED;
        }
    }

    /** Empty: later. */
    private Optional<Endings.State> tell(Endings.Noted noted) throws IOException {
        Known known = work.known();
        if (known.positions().projected() < noted.position()) {
            return Optional.empty();
        }
        AccountToken mandate = known.accounts().account(noted.link()).orElseThrow();
        if (known.ended().ended(noted.link(), bank)) {
            return Optional.of(Endings.State.ENDED_THERE);
        }
        if (isShared(noted.link(), mandate)) {
            return Optional.of(Endings.State.SHARED);
        }
        if (known.instructions().isOpenUnder(noted.link())) {
            return Optional.empty();
        }
        Optional<SupportedBank> supported = work.banks().find(bank);
        return supported.isEmpty()
                ? Optional.empty()
                : Optional.of(tell(noted, supported.get().issuer(), mandate));
    }

    private Endings.State tell(Endings.Noted noted, URI issuer, AccountToken mandate) throws IOException {
        if (mandates.at(issuer).end(mandate)) {
            return Endings.State.TOLD;
        }
        LOG.log(Level.WARNING, "bank {0} knows no mandate of the ended link {1}", bank.code(), noted.link());
        return Endings.State.UNKNOWN_THERE;
    }

    private boolean isShared(OperationId link, AccountToken account) {
        List<OperationId> all = work.known().accounts().links(StoredLinkedAccounts.digest(account));
        return all.stream()
                .filter(one -> !one.equals(link))
                .flatMap(one -> work.known().links().find(one).stream())
                .filter(one -> one.bank().equals(bank))
                .map(LinkState::status)
                .anyMatch(status -> status != LinkStatus.CLOSED);
    }

    @Override
    public void close() {
        loop.close();
        mandates.close();
    }
}
