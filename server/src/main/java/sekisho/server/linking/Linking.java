package sekisho.server.linking;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sekisho.bank.redirect.StatementTerms;
import sekisho.formats.matching.Attribute;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refusal;
import sekisho.protocol.RequestId;
import sekisho.protocol.Token;
import sekisho.server.entrance.Customer;
import sekisho.server.founding.Books;
import sekisho.server.identity.Evidences;
import sekisho.server.identity.PersonTokens;
import sekisho.server.people.PersonId;

/**
 * Takes a customer through the checkpoint: asks the engine, sends the browser to the bank, and brings the engine what the bank has
 * signed. The engine decides at each step; this brings and takes. Any thread.
 */
final class Linking {
    private static final System.Logger LOG = System.getLogger(Linking.class.getName());

    private final @Nullable BankRedirect redirect;
    private final Attempts attempts;
    private final Who who;
    private final KeptAccounts accounts;
    private final Checkpoint checkpoint;
    private final Books books;
    private final InstantSource clock;
    private final LinkTokens tokens = new LinkTokens();

    Linking(
            @Nullable BankRedirect redirect,
            Attempts attempts,
            Who who,
            KeptAccounts accounts,
            Checkpoint checkpoint,
            Books books,
            InstantSource clock) {
        this.redirect = redirect;
        this.attempts = attempts;
        this.who = who;
        this.accounts = accounts;
        this.checkpoint = checkpoint;
        this.books = books;
        this.clock = clock;
    }

    /** What is known of who somebody is. */
    record Who(PersonTokens tokens, Evidences evidences) {}

    /** How leaving for a bank went. */
    sealed interface Left {

        /** To the bank, with this. */
        record ToTheBank(BankRedirect.Signed signed) implements Left {}

        /**
         * To the bank's login, which has been told what is asked.
         *
         * @param goTo names the request and nothing of it
         */
        record ToTheLogin(URI goTo, Instant until) implements Left {}

        /** The engine said no. */
        record Refused(Refusal reason, long bound) implements Left {}

        /** The bank was asked; its answer is waited for. */
        record Waits(UUID reference) implements Left {}

        /** The same request was answered before. */
        record Before() implements Left {}

        /** The engine did not answer. */
        record NotNow() implements Left {}
    }

    /**
     * A bank's word that the engine took.
     *
     * @param first whether it took it now, and not before
     * @param position of it in the log; 0: before
     */
    record Linked(OperationId link, BankId bank, LinkStatus status, boolean first, long position) {}

    /** Whether anything can be linked at all: there is a way to banks, and a checkpoint. */
    boolean ready() {
        return redirect != null && books.founded();
    }

    private BankRedirect redirect() {
        return Objects.requireNonNull(redirect, "there is no way to banks");
    }

    /** What the customer's passkey agrees to. */
    CheckpointCommand.Ask asking(Customer customer, String session, SupportedBank bank, RequestId id) {
        return new CheckpointCommand.Ask(
                customer.wallet(), bank.bank(), bank.method(), tokens.session(session), tokens.nonce(id, session));
    }

    /** How one gets on to a bank that the engine has nothing against. */
    interface Departing {
        Left with(StatementTerms terms);
    }

    /** Asks the engine, with its owner behind it; then signs what the bank is asked. */
    Left leave(Customer customer, String session, SupportedBank bank, RequestId request, Assertion owner) {
        return leave(customer, session, bank, request, owner, terms -> depart(customer, session, bank, request, terms));
    }

    /** The same to a bank that is reached otherwise. */
    Left leave(
            Customer customer,
            String session,
            SupportedBank bank,
            RequestId request,
            Assertion owner,
            Departing departing) {
        Optional<Token> human = human(customer.person());
        if (human.isEmpty()) {
            return new Left.Refused(Refusal.WALLET_UNVERIFIED, 0);
        }
        var ask = asking(customer, session, bank, request);
        return switch (checkpoint.ask(request, ask, owner)) {
            case Checkpoint.Said.Moved(var _, var _) -> {
                var link = Checkpoint.link(request);
                var terms = new StatementTerms(
                        BookId.FIRST,
                        bank.bank(),
                        bank.statementKey(),
                        ask.wallet(),
                        human.get(),
                        link,
                        ask.session(),
                        ask.nonce());
                yield departing.with(terms);
            }
            case Checkpoint.Said.No(var reason, var bound) -> new Left.Refused(reason, bound);
            case Checkpoint.Said.Nothing _ -> new Left.NotNow();
        };
    }

    private Left depart(
            Customer customer, String session, SupportedBank bank, RequestId request, StatementTerms terms) {
        Salt salt = Salt.random();
        UUID reference = UUID.randomUUID();
        String binding = salt.binding(customer.wallet(), customer.person(), session);
        var signed =
                redirect().sign(new BankRedirect.Asking(bank.issuer(), reference, binding, compared(customer), terms));
        var attempt = new Attempt(
                reference,
                customer.person(),
                bank,
                request,
                salt,
                terms,
                signed.sent(),
                signed.matchingNumber(),
                true,
                clock.instant());
        if (!attempts.keep(attempt)) {
            return new Left.Before();
        }
        return switch (checkpoint.depart(terms.wallet(), terms.link())) {
            case Checkpoint.Said.Moved _ -> new Left.ToTheBank(signed);
            // The form was sent twice: the customer is on the way.
            case Checkpoint.Said.No(var reason, var _)
            when reason == Refusal.LINK_NOT_REQUESTED -> new Left.ToTheBank(signed);
            case Checkpoint.Said.No(var reason, var bound) -> new Left.Refused(reason, bound);
            case Checkpoint.Said.Nothing _ -> new Left.NotNow();
        };
    }

    /** Brings the engine what a bank said; empty: it is no link's word, or ends it, whatever the reason. Again leads to the same link. */
    Optional<Linked> comeBack(Customer customer, String session, String result) {
        Optional<Attempt> found = redirect().nonce(result).flatMap(nonce -> attempts.find(nonce, customer.person()));
        if (found.isEmpty()) {
            LOG.log(Level.INFO, "a bank's answer belongs to no try of who brought it");
            return Optional.empty();
        }
        Attempt attempt = found.get();
        String binding = attempt.salt().binding(customer.wallet(), customer.person(), session);
        return switch (redirect().read(result, attempt.sent(), attempt.terms(), binding)) {
            case BankRedirect.Back.Refused(var code) -> {
                LOG.log(Level.WARNING, "a bank''s answer was refused: {0}", code);
                yield Optional.empty();
            }
            case BankRedirect.Back.NothingSaid(var why) -> {
                boolean _ = attempts.answered(attempt, why);
                yield Optional.empty();
            }
            case BankRedirect.Back.Said said -> report(attempt, said);
        };
    }

    /** What became of a try that was answered before; empty: nothing. */
    Optional<Linked> before(Attempt attempt) {
        OperationId link = attempt.terms().link();
        return checkpoint
                .after(link, Refusal.NONCE_USED)
                .map(status -> new Linked(link, attempt.bank().bank(), status, false, 0));
    }

    /** Brings the engine a bank's word. */
    Optional<Linked> report(Attempt attempt, BankRedirect.Back.Said said) {
        OperationId link = attempt.terms().link();
        said.account()
                .ifPresent(granted -> accounts.keep(
                        link,
                        attempt.person(),
                        attempt.bank().bank(),
                        granted.mandate(),
                        new KeptAccounts.Shown(granted.shownJa(), granted.shownEn())));
        Optional<Linked> linked = switch (checkpoint.report(said.statement())) {
            case Checkpoint.Said.Moved(var status, var position) ->
                Optional.of(new Linked(link, attempt.bank().bank(), status, true, position));
            case Checkpoint.Said.No(var reason, var _) -> {
                LOG.log(Level.INFO, "the engine did not take a bank''s word: {0}", reason);
                yield checkpoint
                        .after(link, reason)
                        .map(status -> new Linked(link, attempt.bank().bank(), status, false, 0));
            }
            case Checkpoint.Said.Nothing _ -> Optional.empty();
        };
        boolean _ = attempts.answered(attempt, said.why());
        return linked;
    }

    private Optional<Token> human(PersonId person) {
        return who.tokens()
                .of(person)
                .map(token -> new Token(
                        token.value().getMostSignificantBits(), token.value().getLeastSignificantBits()));
    }

    /** Verified attributes alone, and of them those that a bank holds too. */
    Map<Attribute, String> compared(Customer customer) {
        var compared = new EnumMap<Attribute, String>(Attribute.class);
        who.evidences().attributes(customer.person()).forEach((attribute, value) -> {
            if (attribute == Attribute.NAME_KANJI || attribute == Attribute.BIRTH_DATE) {
                compared.put(attribute, value);
            }
        });
        return compared;
    }
}
