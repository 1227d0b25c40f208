package sekisho.server.entrance;

import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.Assertion;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.protocol.Token;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.server.engine.ServerClients;
import sekisho.server.founding.Books;
import sekisho.server.identity.Assurance;
import sekisho.server.identity.Evidences;
import sekisho.server.identity.Issuer;
import sekisho.server.identity.PersonTokens;
import sekisho.server.passkey.Passkeys;
import sekisho.server.people.People;
import sekisho.server.people.Person;
import sekisho.server.projection.Positions;

/**
 * Opens the wallet of a person in the engine, tells it what the person has proved, and moves the wallet to the tier that follows. All
 * of it may be repeated: the wallet's number is written down before it is opened. Any thread.
 */
public final class Opening {
    private static final System.Logger LOG = System.getLogger(Opening.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();

    /** How long the next page waits for the tables; later it shows what they have. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final People people;
    private final Assurance assurance;
    private final Proved proved;
    private final Books books;
    private final Passkeys passkeys;
    private final Gateway gateway;
    private final Positions positions;

    /** Who somebody proved to be, by what, and who signs it. */
    record Proved(PersonTokens tokens, Evidences evidences, Issuer issuer) {}

    Opening(
            People people,
            Assurance assurance,
            Proved proved,
            Books books,
            Passkeys passkeys,
            Gateway gateway,
            Positions positions) {
        this.people = people;
        this.proved = proved;
        this.books = books;
        this.passkeys = passkeys;
        this.assurance = assurance;
        this.gateway = gateway;
        this.positions = positions;
    }

    /** Sees to it that a person has a wallet, and the engine their first passkey; false: the engine did not answer. */
    public boolean open(Person person) {
        if (person.walletOpened()) {
            return true;
        }
        WalletId wallet = people.wallet(person.id(), new WalletId(RANDOM.nextLong(1, Long.MAX_VALUE)));
        boolean there =
                done(new WalletCommand.Open(wallet, Assurance.UNVERIFIED, Currency.JPY, 0, 0)) && known(person, wallet);
        if (there) {
            people.opened(person.id());
        }
        return there;
    }

    /** A wallet's first passkey needs nothing but a wallet that nobody has proved to be theirs; any other needs a chip. */
    private boolean known(Person person, WalletId wallet) {
        return !books.founded()
                || passkeys.forEngine(person.id()).stream()
                        .limit(1)
                        .allMatch(key -> done(new IdentityCommand.AddAuthenticator(
                                wallet, key.credential(), key.key(), key.backupEligible(), key.backedUp())));
    }

    /**
     * Sees to it that the engine knows what a person has proved: signed statements about it; false: it did not answer. Saying it again
     * is a fresh statement of the same.
     */
    public boolean present(Person person) {
        if (!open(person)) {
            return false;
        }
        if (!books.founded()) {
            return true;
        }
        Optional<Token> human = proved.tokens().of(person.id()).map(Opening::token);
        var first = passkeys.forEngine(person.id()).stream().findFirst();
        if (human.isEmpty() || first.isEmpty()) {
            return false;
        }
        var about = new Issuer.About(human.get(), wallet(person), first.get().credential());
        return proved.evidences().of(person.id()).stream()
                .flatMap(one -> proved.issuer().sign(one, about).stream())
                .allMatch(one -> done(new IdentityCommand.Present(one.evidence(), one.signature())));
    }

    /** The command that moves the wallet to the tier of the person's evidence. @throws IllegalStateException there is no wallet */
    public WalletCommand.SetTier raising(Person person) {
        return new WalletCommand.SetTier(wallet(person), assurance.tier(person.id()));
    }

    /**
     * Moves the wallet to the tier of the person's evidence; false: the engine did not answer, or refused.
     *
     * @param owner what the wallet's owner says to {@link #raising}; nothing in a book that is not founded
     */
    public boolean raise(Person person, RequestId id, List<Assertion> owner) {
        return there(gateway.submit(ServerClients.SERVER, id, raising(person), 0, owner));
    }

    private WalletId wallet(Person person) {
        WalletId wallet = people.find(person.id()).orElseThrow().wallet();
        if (wallet == null) {
            throw new IllegalStateException("a wallet is opened before anything is said of it");
        }
        return wallet;
    }

    private static Token token(sekisho.server.vault.Token token) {
        return new Token(token.value().getMostSignificantBits(), token.value().getLeastSignificantBits());
    }

    private boolean done(Command<?> command) {
        return there(gateway.submit(command));
    }

    private boolean there(Submission submission) {
        return switch (submission) {
            case Submission.Answered answered -> {
                // The page that follows, and staff who are asked at once, read the tables.
                boolean _ = positions.await(answered.position(), PATIENCE);
                yield accepted(answered.answer().outcome());
            }
            case Submission.NotSent _, Submission.Unconfirmed _ -> false;
        };
    }

    private static boolean accepted(Outcome outcome) {
        if (outcome instanceof Refused(var reason, var _)
                && reason != Refusal.WALLET_EXISTS
                && reason != Refusal.AUTHENTICATOR_EXISTS) {
            LOG.log(Level.WARNING, "the engine refused a wallet: {0}", reason);
            return false;
        }
        return true;
    }
}
