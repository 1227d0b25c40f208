package sekisho.server.linking;

import io.micrometer.core.instrument.MeterRegistry;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sekisho.bank.fapi.Departure;
import sekisho.bank.fapi.FapiRefusal;
import sekisho.bank.fapi.SentAuthorisation;
import sekisho.bank.redirect.StatementTerms;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankId;
import sekisho.protocol.Refusal;
import sekisho.protocol.RequestId;
import sekisho.server.entrance.Customer;

/**
 * Takes a customer to the login of a bank that speaks FAPI, and back. The engine is asked first; the bank is told what is asked by the
 * server itself, so that the browser carries a name of it and nothing else. Any thread.
 */
final class Authorising {
    private static final System.Logger LOG = System.getLogger(Authorising.class.getName());
    private static final String REFUSED = "sekisho.linking.fapi.refused";

    private final @Nullable FapiBanks banks;
    private final Linking linking;
    private final Checkpoint checkpoint;
    private final Kept kept;
    private final MeterRegistry meters;
    private final InstantSource clock;

    Authorising(
            @Nullable FapiBanks banks,
            Linking linking,
            Checkpoint checkpoint,
            Kept kept,
            MeterRegistry meters,
            InstantSource clock) {
        this.banks = banks;
        this.linking = linking;
        this.checkpoint = checkpoint;
        this.kept = kept;
        this.meters = meters;
        this.clock = clock;
    }

    /** Where tries are kept, and the secrets of their requests. */
    record Kept(Attempts attempts, Authorisations authorisations) {}

    /** Asks the engine, with its owner behind it; then announces the request to the bank. */
    Linking.Left begin(Customer customer, String session, SupportedBank bank, RequestId request, Assertion owner) {
        return linking.leave(
                customer, session, bank, request, owner, terms -> depart(customer, session, bank, request, terms));
    }

    private Linking.Left depart(
            Customer customer, String session, SupportedBank bank, RequestId request, StatementTerms terms) {
        if (banks == null) {
            return new Linking.Left.NotNow();
        }
        Salt salt = Salt.random();
        UUID reference = UUID.randomUUID();
        String binding = salt.binding(customer.wallet(), customer.person(), session);
        var asking = new BankRedirect.Asking(bank.issuer(), reference, binding, linking.compared(customer), terms);
        Optional<Departure> departure = banks.depart(bank, asking);
        if (departure.isEmpty()) {
            return new Linking.Left.NotNow();
        }
        return switch (departure.get()) {
            case Departure.Ready ready -> leave(customer, bank, request, salt, asking, ready);
            case Departure.TurnedDown(var error) -> notNow(bank, error);
            case Departure.Refused(var reason) -> notNow(bank, reason.name());
            case Departure.Unanswered(var sentence) -> notNow(bank, sentence);
        };
    }

    private static Linking.Left notNow(SupportedBank bank, String why) {
        LOG.log(Level.WARNING, "{0} takes no request now: {1}", bank.issuer(), why);
        return new Linking.Left.NotNow();
    }

    private Linking.Left leave(
            Customer customer,
            SupportedBank bank,
            RequestId request,
            Salt salt,
            BankRedirect.Asking asking,
            Departure.Ready ready) {
        SentAuthorisation sent = ready.sent();
        var found = new BankRedirect.Sent(
                bank.issuer(),
                asking.reference(),
                asking.binding(),
                Authorisations.name(sent.state().hex()),
                "",
                asking.compared().keySet(),
                sent.expiresAt());
        StatementTerms terms = asking.terms();
        var attempt = new Attempt(
                asking.reference(), customer.person(), bank, request, salt, terms, found, 0, true, clock.instant());
        if (!kept.attempts().keep(attempt)) {
            return new Linking.Left.Before();
        }
        kept.authorisations().keep(asking.reference(), sent);
        return switch (checkpoint.depart(terms.wallet(), terms.link())) {
            case Checkpoint.Said.Moved _ -> new Linking.Left.ToTheLogin(ready.goTo(), sent.expiresAt());
            // The form was sent twice: the customer is on the way.
            case Checkpoint.Said.No(var reason, var _)
            when reason == Refusal.LINK_NOT_REQUESTED -> new Linking.Left.ToTheLogin(ready.goTo(), sent.expiresAt());
            case Checkpoint.Said.No(var reason, var bound) -> new Linking.Left.Refused(reason, bound);
            case Checkpoint.Said.Nothing _ -> new Linking.Left.NotNow();
        };
    }

    /**
     * Brings the engine what a bank said; empty: it is no link's word, or ends it, whatever the reason. Again leads to the same link.
     *
     * @param bank whose address the browser came back to
     * @param state as the query has it; only to find what was sent
     * @param query of the address, encoded
     */
    Optional<Linking.Linked> comeBack(Customer customer, String session, BankId bank, String state, String query) {
        Optional<Attempt> found = kept.attempts().find(Authorisations.name(state));
        if (found.isEmpty() || banks == null) {
            return refused(bank, FapiRefusal.WRONG_STATE);
        }
        Attempt attempt = found.get();
        String binding = attempt.salt().binding(customer.wallet(), customer.person(), session);
        // Whoever brings it in another browser takes nothing from the one that was sent.
        if (!same(binding, attempt.sent().binding())) {
            return refused(bank, FapiRefusal.WRONG_SESSION);
        }
        Optional<SentAuthorisation> sent = kept.authorisations().take(attempt.reference());
        if (sent.isEmpty()) {
            return linking.before(attempt);
        }
        // Each bank has a return address of its own: another's answer comes to another's address.
        if (!attempt.bank().bank().equals(bank)) {
            return ended(attempt, FapiRefusal.MIXED_UP);
        }
        return switch (banks.arrive(attempt, query, sent.get(), binding, linking.compared(customer))) {
            case FapiBanks.Said.Word(var back, var evidence) -> {
                kept.authorisations().evidence(attempt.reference(), evidence);
                yield linking.report(attempt, back);
            }
            case FapiBanks.Said.Nothing(var why) -> {
                LOG.log(
                        Level.INFO,
                        "{0} said nothing of an account: {1}",
                        attempt.bank().issuer(),
                        why);
                boolean _ = kept.attempts().answered(attempt, why);
                yield Optional.empty();
            }
            case FapiBanks.Said.Refused(var reason) -> ended(attempt, reason);
        };
    }

    private Optional<Linking.Linked> ended(Attempt attempt, FapiRefusal reason) {
        boolean _ = kept.attempts().answered(attempt, reason.name());
        return refused(attempt.bank().bank(), reason);
    }

    private Optional<Linking.Linked> refused(BankId bank, FapiRefusal reason) {
        LOG.log(Level.WARNING, "an answer for bank {0} was refused: {1}, {2}", bank.code(), reason, reason.sentence());
        meters.counter(REFUSED, "bank", "%04d".formatted(bank.code()), "code", reason.name())
                .increment();
        return Optional.empty();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
