package sekisho.server.entrance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.Command;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;
import sekisho.server.founding.Books;
import sekisho.server.history.Authenticators;
import sekisho.server.identity.Issuer;
import sekisho.server.identity.KeptEvidence;
import sekisho.server.identity.PersonTokens;
import sekisho.server.passkey.EngineForm;
import sekisho.server.passkey.EngineKey;
import sekisho.server.passkey.Passkey;
import sekisho.server.passkey.Passkeys;
import sekisho.server.people.PersonId;
import sekisho.server.projection.Positions;

/**
 * What the engine knows of people's passkeys. One that it does not know signs in, and stands for nothing that the engine wants signed:
 * it is told of one when a chip of the same person was shown for it, and then the wallet rests for 72 hours. In a book that is not
 * founded it is told of none. Any thread.
 */
public final class EngineKeys {
    /** How long the next page waits for the tables. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final PersonTokens persons;
    private final Issuer issuer;
    private final Books books;
    private final Gateway gateway;
    private final Positions positions;

    EngineKeys(
            Authenticators authenticators,
            Passkeys passkeys,
            PersonTokens persons,
            Issuer issuer,
            Books books,
            Gateway gateway,
            Positions positions) {
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.persons = persons;
        this.issuer = issuer;
        this.books = books;
        this.gateway = gateway;
        this.positions = positions;
    }

    /** What became of telling the engine of a passkey. */
    public sealed interface Learned {

        /** It knows it; until when the wallet rests. */
        record Known(@Nullable Instant restsUntil) implements Learned {}

        /** It said no. */
        record No(Refused refused) implements Learned {}

        /** It did not answer: the same may be tried again, with a chip. */
        record NotNow() implements Learned {}
    }

    /** Whether the engine wants to know passkeys. */
    public boolean wanted() {
        return books.founded();
    }

    /** The passkeys of a wallet, as the engine names them. */
    public Set<Token> known(WalletId wallet) {
        return authenticators.ofWallet(wallet);
    }

    /** Whether the engine would take this passkey's word, or wants none's. */
    public boolean knows(WalletId wallet, Passkey passkey) {
        return !wanted() || known(wallet).contains(name(passkey));
    }

    /** A passkey's name in the engine. */
    public static Token name(Passkey passkey) {
        return EngineForm.token(passkey.id());
    }

    /** Until when a wallet links nothing, pays nothing out and changes no payout; empty: it does not rest. */
    public Optional<Instant> restsUntil(WalletId wallet, Instant now) {
        return wanted() ? authenticators.restsUntil(wallet).filter(until -> until.isAfter(now)) : Optional.empty();
    }

    /**
     * Tells the engine of a passkey.
     *
     * @param shown what a chip of its owner has just proved, in answer to a challenge for this passkey and nothing else
     */
    public Learned learn(PersonId person, WalletId wallet, Passkey passkey, KeptEvidence shown) {
        Token name = name(passkey);
        Optional<EngineKey> key = passkeys.forEngine(person).stream()
                .filter(one -> one.credential().equals(name))
                .findFirst();
        var signed = persons.of(person)
                .map(human -> new Token(
                        human.value().getMostSignificantBits(), human.value().getLeastSignificantBits()))
                .flatMap(human -> issuer.sign(shown, new Issuer.About(human, wallet, name)));
        if (key.isEmpty() || signed.isEmpty()) {
            return new Learned.No(new Refused(Refusal.CHIP_PROOF_MISSING));
        }
        EngineKey made = key.get();
        var add = new IdentityCommand.AddAuthenticator(
                wallet, made.credential(), made.key(), made.backupEligible(), made.backedUp());
        for (Command<?> command : List.of(
                new IdentityCommand.Present(
                        signed.get().evidence(), signed.get().signature()),
                add)) {
            Learned said = say(command);
            if (!(said instanceof Learned.Known)) {
                return said;
            }
        }
        return new Learned.Known(authenticators.restsUntil(wallet).orElse(null));
    }

    private Learned say(Command<?> command) {
        return switch (gateway.submit(command)) {
            case Submission.Answered answered -> {
                boolean _ = positions.await(answered.position(), PATIENCE);
                yield answered.answer().outcome() instanceof Refused refused
                                && refused.reason() != Refusal.AUTHENTICATOR_EXISTS
                        ? new Learned.No(refused)
                        : new Learned.Known(null);
            }
            case Submission.NotSent _, Submission.Unconfirmed _ -> new Learned.NotNow();
        };
    }
}
