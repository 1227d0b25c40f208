package sekisho.server.linking;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sekisho.bank.redirect.StatementTerms;
import sekisho.protocol.Assertion;
import sekisho.protocol.Refusal;
import sekisho.protocol.RequestId;
import sekisho.server.entrance.Customer;

/**
 * Takes a customer through the checkpoint at a bank that is asked without a browser: the engine first, then the bank, and the bank's
 * word to the engine. The browser that waits is the one that began. Any thread.
 */
final class Waiting {
    private static final System.Logger LOG = System.getLogger(Waiting.class.getName());

    private final @Nullable WithoutBrowser banks;
    private final Linking linking;
    private final Checkpoint checkpoint;
    private final Attempts attempts;
    private final Waits waits;
    private final InstantSource clock;

    Waiting(
            @Nullable WithoutBrowser banks,
            Linking linking,
            Checkpoint checkpoint,
            Attempts attempts,
            Waits waits,
            InstantSource clock) {
        this.banks = banks;
        this.linking = linking;
        this.checkpoint = checkpoint;
        this.attempts = attempts;
        this.waits = waits;
        this.clock = clock;
    }

    /** What a waiting browser is shown. */
    sealed interface Shown {

        /** It waits on. */
        record Still(Attempt attempt, WithoutBrowser.Open open) implements Shown {}

        /** It is over; empty: nothing was linked, whatever the reason. */
        record Over(Optional<Linking.Linked> linked) implements Shown {}
    }

    /** Asks the engine, with its owner behind it; then the bank. */
    Linking.Left begin(
            Customer customer,
            String session,
            SupportedBank bank,
            RequestId request,
            Assertion owner,
            WithoutBrowser.Named named) {
        return linking.leave(
                customer, session, bank, request, owner, terms -> ask(customer, session, bank, request, terms, named));
    }

    private Linking.Left ask(
            Customer customer,
            String session,
            SupportedBank bank,
            RequestId request,
            StatementTerms terms,
            WithoutBrowser.Named named) {
        if (banks == null) {
            return new Linking.Left.NotNow();
        }
        return switch (checkpoint.depart(terms.wallet(), terms.link())) {
            case Checkpoint.Said.Moved _ -> send(customer, session, bank, request, terms, named);
            // The form was sent twice: the bank was asked already, or its answer to that was lost.
            case Checkpoint.Said.No(var reason, var _)
            when reason == Refusal.LINK_NOT_REQUESTED ->
                waits.of(request, customer.person())
                        .<Linking.Left>map(Linking.Left.Waits::new)
                        .orElseGet(Linking.Left.Before::new);
            case Checkpoint.Said.No(var reason, var bound) -> new Linking.Left.Refused(reason, bound);
            case Checkpoint.Said.Nothing _ -> new Linking.Left.NotNow();
        };
    }

    private Linking.Left send(
            Customer customer,
            String session,
            SupportedBank bank,
            RequestId request,
            StatementTerms terms,
            WithoutBrowser.Named named) {
        Salt salt = Salt.random();
        UUID reference = UUID.randomUUID();
        String binding = salt.binding(customer.wallet(), customer.person(), session);
        var asking = new BankRedirect.Asking(bank.issuer(), reference, binding, linking.compared(customer), terms);
        return switch (java.util.Objects.requireNonNull(banks).ask(bank, asking, named)) {
            case WithoutBrowser.Asked.NotNow() -> new Linking.Left.NotNow();
            case WithoutBrowser.Asked.Taken(var signed, var open) -> {
                boolean _ = attempts.keep(new Attempt(
                        reference,
                        customer.person(),
                        bank,
                        request,
                        salt,
                        terms,
                        signed.sent(),
                        signed.matchingNumber(),
                        true,
                        clock.instant()));
                waits.keep(reference, open);
                yield new Linking.Left.Waits(reference);
            }
        };
    }

    /** Where a customer's wait stands now: asks the bank, and brings its word to the engine. Empty: they have no such wait. */
    Optional<Shown> look(Customer customer, String session, UUID reference) {
        return found(
                customer,
                reference,
                (there, attempt, wait) -> there.look(attempt, wait.open(), binding(attempt, customer, session)));
    }

    /** Hands the bank a code. Empty: the customer has no such wait. */
    Optional<Shown> enter(Customer customer, String session, UUID reference, String code) {
        return found(
                customer,
                reference,
                (there, attempt, wait) -> there.enter(attempt, wait.open(), code, binding(attempt, customer, session)));
    }

    private interface Question {
        WithoutBrowser.Now ask(WithoutBrowser there, Attempt attempt, Waits.Wait wait);
    }

    private Optional<Shown> found(Customer customer, UUID reference, Question question) {
        Optional<Waits.Wait> wait = waits.find(reference, customer.person());
        Optional<Attempt> attempt = wait.flatMap(one -> attempts.find(one.nonce(), customer.person()));
        if (wait.isEmpty() || attempt.isEmpty() || banks == null) {
            return Optional.empty();
        }
        if (!attempt.get().open()) {
            return Optional.of(new Shown.Over(linking.before(attempt.get())));
        }
        return Optional.of(shown(wait.get(), attempt.get(), question.ask(banks, attempt.get(), wait.get())));
    }

    private Shown shown(Waits.Wait wait, Attempt attempt, WithoutBrowser.Now now) {
        var open = wait.open();
        return switch (now) {
            case WithoutBrowser.Now.Unknown() -> new Shown.Still(attempt, open);
            case WithoutBrowser.Now.Waiting(var tries) -> {
                // A bank says how many it was asked with; what it has taken counts here too.
                int left = Math.min(tries, open.tries());
                waits.left(wait.reference(), left);
                yield new Shown.Still(attempt, new WithoutBrowser.Open(open.id(), open.answersAt(), left));
            }
            case WithoutBrowser.Now.Ended(var back) -> ended(attempt, open, back);
        };
    }

    private Shown ended(Attempt attempt, WithoutBrowser.Open open, BankRedirect.Back back) {
        return switch (back) {
            case BankRedirect.Back.Said said -> new Shown.Over(linking.report(attempt, said));
            case BankRedirect.Back.NothingSaid(var why) -> {
                boolean _ = attempts.answered(attempt, why);
                yield new Shown.Over(Optional.empty());
            }
            case BankRedirect.Back.Refused(var code) -> {
                LOG.log(Level.WARNING, "a bank''s answer was refused: {0}", code);
                // Another browser, for instance: the one that began may still come.
                yield clock.instant().isBefore(open.answersAt())
                        ? new Shown.Still(attempt, open)
                        : new Shown.Over(Optional.empty());
            }
        };
    }

    private static String binding(Attempt attempt, Customer customer, String session) {
        return attempt.salt().binding(customer.wallet(), customer.person(), session);
    }
}
