package sekisho.server.entrance;

import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.Currency;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.server.identity.Assurance;
import sekisho.server.people.People;
import sekisho.server.people.Person;
import sekisho.server.projection.Positions;

/**
 * Opens the wallet of a person in the engine, and moves it to the tier that follows from evidence. Both may be repeated: the
 * wallet's number is written down before it is opened. Any thread.
 */
public final class Opening {
    private static final System.Logger LOG = System.getLogger(Opening.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();

    /** How long the next page waits for the tables; later it shows what they have. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final People people;
    private final Assurance assurance;
    private final Gateway gateway;
    private final Positions positions;

    Opening(People people, Assurance assurance, Gateway gateway, Positions positions) {
        this.people = people;
        this.assurance = assurance;
        this.gateway = gateway;
        this.positions = positions;
    }

    /** Sees to it that a person has a wallet; false: the engine did not answer. */
    public boolean open(Person person) {
        if (person.walletOpened()) {
            return true;
        }
        WalletId wallet = people.wallet(person.id(), new WalletId(RANDOM.nextLong(1, Long.MAX_VALUE)));
        boolean there = done(new WalletCommand.Open(wallet, Assurance.UNVERIFIED, Currency.JPY, 0, 0));
        if (there) {
            people.opened(person.id());
        }
        return there;
    }

    /** Moves the wallet to the tier of the person's evidence; false: the engine did not answer. */
    public boolean raise(Person person) {
        if (!open(person)) {
            return false;
        }
        WalletId wallet = people.find(person.id()).orElseThrow().wallet();
        return wallet != null && done(new WalletCommand.SetTier(wallet, assurance.tier(person.id())));
    }

    private boolean done(WalletCommand command) {
        return switch (gateway.submit(command)) {
            case Submission.Answered answered -> {
                // The page that follows, and staff who are asked at once, read the tables.
                boolean _ = positions.await(answered.position(), PATIENCE);
                yield accepted(answered.answer().outcome());
            }
            case Submission.NotSent _, Submission.Unconfirmed _ -> false;
        };
    }

    private static boolean accepted(Outcome outcome) {
        if (outcome instanceof Refused(var reason, var _) && reason != Refusal.WALLET_EXISTS) {
            LOG.log(Level.WARNING, "the engine refused a wallet: {0}", reason);
            return false;
        }
        return true;
    }
}
