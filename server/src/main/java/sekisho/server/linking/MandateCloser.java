package sekisho.server.linking;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.server.banking.StoredLinkedAccounts;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;

/** Closes the link of a mandate that has ended at its bank, once, and has its owner told. Any thread. */
final class MandateCloser {
    /** The code in the log. 1 is the customer's own. */
    static final int AT_THE_BANK = 2;

    private static final System.Logger LOG = System.getLogger(MandateCloser.class.getName());

    /** A bank's answer with a new mandate is good for minutes: what no link means after a day none will. */
    private static final Duration WAITS = Duration.ofDays(1);

    /** Shorter than the engine remembers a request. */
    private static final Duration SAME_REQUEST = Duration.ofMinutes(10);

    private final Gateway gateway;
    private final StoredLinkedAccounts accounts;
    private final Links links;
    private final EndedMandates ended;
    private final BankNews news;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    MandateCloser(Engine engine, EndedMandates ended, BankNews news, TransactionTemplate transactions) {
        this.gateway = engine.gateway();
        this.accounts = engine.accounts();
        this.links = engine.links();
        this.clock = engine.clock();
        this.ended = ended;
        this.news = news;
        this.transactions = transactions;
    }

    /** What is known of links, and where they are closed. */
    record Engine(Gateway gateway, StoredLinkedAccounts accounts, Links links, InstantSource clock) {}

    /** Does what is to be done; empty: nothing can be done yet, ask again. */
    Optional<EndedMandates.State> close(EndedMandates.Noted noted) {
        List<LinkState> found = accounts.links(noted.digest()).stream()
                .flatMap(link -> links.find(link).stream())
                .toList();
        if (found.isEmpty()) {
            boolean late = clock.instant().isAfter(noted.notedAt().plus(WAITS));
            return late ? end(noted, EndedMandates.State.UNKNOWN) : Optional.empty();
        }
        List<LinkState> own =
                found.stream().filter(link -> link.bank().equals(noted.bank())).toList();
        if (own.isEmpty()) {
            LOG.log(Level.WARNING, "{0} is about a mandate of another bank; nothing is done", line(noted));
            return end(noted, EndedMandates.State.FOREIGN);
        }
        List<LinkState> closing = own.stream()
                .filter(link ->
                        link.status() != LinkStatus.CLOSED || !link.changedAt().isBefore(noted.notedAt()))
                .toList();
        if (closing.isEmpty()) {
            return end(noted, EndedMandates.State.CLOSED_BEFORE);
        }
        return closing.stream().allMatch(link -> submit(noted, link)) ? tell(noted, closing) : Optional.empty();
    }

    /** A link that is closed already is as well. */
    private boolean submit(EndedMandates.Noted noted, LinkState link) {
        var command = new LinkCommand.Close(link.wallet(), link.link(), AT_THE_BANK);
        Submission submission = gateway.submit(request(noted, link, clock.instant()), command);
        boolean closed = submission instanceof Submission.Answered answered
                && (!(answered.answer().outcome() instanceof Refused refused)
                        || refused.reason() == Refusal.LINK_CLOSED);
        if (!closed) {
            LOG.log(Level.WARNING, "{0}: the engine did not close the link yet: {1}", line(noted), submission);
        }
        return closed;
    }

    private Optional<EndedMandates.State> tell(EndedMandates.Noted noted, List<LinkState> closed) {
        // Together: whoever dies in between tells nobody, and begins again.
        Boolean first = transactions.execute(_ -> {
            boolean now = ended.done(noted, EndedMandates.State.CLOSED);
            if (now) {
                // A wallet that was refused is not told that the bank had granted anything.
                closed.stream().filter(link -> links.taken(link.link())).forEach(news::tell);
            }
            return now;
        });
        if (!Boolean.TRUE.equals(first)) {
            return Optional.empty();
        }
        closed.forEach(news::wake);
        LOG.log(Level.INFO, "{0}: its link is closed", line(noted));
        return Optional.of(EndedMandates.State.CLOSED);
    }

    private Optional<EndedMandates.State> end(EndedMandates.Noted noted, EndedMandates.State state) {
        return ended.done(noted, state) ? Optional.of(state) : Optional.empty();
    }

    /**
     * Follows from the bank, its number and the link, so that a repeat is the same request. Its time is when the end was heard of,
     * and later on the last ten minutes': the engine takes no older ones, and closes once whatever is said.
     */
    static RequestId request(EndedMandates.Noted noted, LinkState link, Instant now) {
        long slot = SAME_REQUEST.toMillis();
        long millis = Math.max(noted.notedAt().toEpochMilli(), now.toEpochMilli() / slot * slot);
        long said = noted.number() * 10_000 + noted.bank().code();
        long mixed = said * 0x9E3779B97F4A7C15L
                ^ link.link().low()
                ^ Long.rotateLeft(link.link().high(), 17);
        return RequestId.of(millis, noted.bank().code(), mixed);
    }

    private static String line(EndedMandates.Noted noted) {
        return "ended mandate %d of bank %04d"
                .formatted(noted.number(), noted.bank().code());
    }
}
