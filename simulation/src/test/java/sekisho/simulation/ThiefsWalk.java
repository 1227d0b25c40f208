package sekisho.simulation;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.AccountKey;
import sekisho.protocol.Answer;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BankResult;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Event;
import sekisho.protocol.Evidence;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.InstructionOutcome;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Proof;
import sekisho.protocol.Purpose;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.StateRecord;
import sekisho.protocol.Token;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.wire.Challenge;

/**
 * What was done in 2020, straight at the engine: a wallet with a free mail address, the victim's name, number, PIN and birth
 * date, a bank that asks for no more, and says so truly. Floors, limits and rungs are as low as they may be set, so that nothing
 * stands in the way but who it is.
 */
final class ThiefsWalk implements Engine.Listener {

    static final SimulationSettings SETTINGS = new SimulationSettings(1, 20_000, 1_000_000, true);
    private static final BankId BANK = World.BANKS.getLast();
    private static final WalletId WALLET = new WalletId(777);
    private static final Token CREDENTIAL = new Token(777, 5);
    private static final Token VICTIM = new Token(9, 1);
    private static final Token SESSION = new Token(1, 1);
    private static final Token NONCE = new Token(2, 2);
    private static final Money AMOUNT = new Money(1_000, Currency.JPY);
    private static final long HOUR = 3_600_000;
    private static final long START = 1_790_000_000_000L;

    private final Keyring keys = new Keyring(new Chance(1));
    private final Engine engine;
    private final List<Answer> answers = new ArrayList<>();
    private final List<Refused> refusals = new ArrayList<>();
    private long now;
    private int ids;
    private long lost;

    private ThiefsWalk(Engine engine, long now) {
        this.engine = engine;
        this.now = now;
    }

    /** A founded book with nobody in it but its banks and merchants, as records. */
    static List<StateRecord> world() {
        ThiefsWalk it = new ThiefsWalk(new CoreEngine.Maker().fresh(SETTINGS), START);
        it.must(new sekisho.protocol.SettingsCommand.DefineCurrency(Currency.JPY, 0, false));
        it.must(new sekisho.protocol.SettingsCommand.DefineCurrency(World.TEST, 2, true));
        FoundedSetup.before().forEach(it::must);
        it.must(FoundedSetup.found(it.keys));
        List<Command<?>> after = new ArrayList<>(FoundedSetup.after(it.keys, START));
        for (BankOperation operation : BankOperation.values()) {
            after.add(new TrustCommand.SetFloor(operation, LinkStrength.WEAK, 1, true));
        }
        after.forEach(command -> it.must(command, it.by(1), it.by(2)));
        List<StateRecord> rows = new ArrayList<>();
        try (Engine.Frozen frozen = it.engine.freeze()) {
            frozen.export(rows::add);
        }
        return rows;
    }

    /** Yen that an engine lets him have, in wallets or as a debit that a bank was told of. */
    static long lost(Engine.Maker maker, List<StateRecord> world) {
        return walked(maker, world).lost;
    }

    /** Why an engine refuses him, one after the other. */
    static List<Refused> refusals(Engine.Maker maker, List<StateRecord> world) {
        return walked(maker, world).refusals;
    }

    private static ThiefsWalk walked(Engine.Maker maker, List<StateRecord> world) {
        ThiefsWalk it = new ThiefsWalk(maker.restore(SETTINGS, world), START + 1_000);
        it.opensAWallet();
        it.straight();
        for (Token person : List.of(Token.NONE, VICTIM)) {
            OperationId link = it.links(person);
            it.pass(26 * HOUR);
            it.topsUp(link);
        }
        it.countsWhatIsThere();
        return it;
    }

    private void opensAWallet() {
        say(new WalletCommand.Open(WALLET, World.UNCOUNTED, Currency.JPY, 0, 0));
        say(new IdentityCommand.AddAuthenticator(
                WALLET, CREDENTIAL, keys.of(CREDENTIAL).key(), true, true));
        Evidence mail = new Evidence(
                World.GUARDED,
                2,
                new Token(3, 3),
                EvidenceKind.CONTACT,
                Token.NONE,
                WALLET,
                Token.NONE,
                0,
                now,
                now + 1_000 * HOUR,
                1);
        say(new IdentityCommand.Present(mail, keys.number(2).sign(mail.canonical())));
        say(new WalletCommand.SetTier(WALLET, World.LOOSE), own());
    }

    /** What needs no bank: the old way of links, money from nowhere, the operators' postings. */
    private void straight() {
        Request asked = request(new LinkCommand.Request(WALLET, BANK));
        send(asked);
        say(new LinkCommand.Activate(WALLET, asked.operation(), 1));
        topsUp(asked.operation());
        say(new TopUpCommand.Received(WALLET, BANK, AMOUNT));
        say(new LedgerCommand.Book(FoundedSetup.lines(WALLET, 1_000), false, OperationId.NONE), own(), own());
        Request held = request(new LedgerCommand.Hold(FoundedSetup.lines(WALLET, 1_000), HOUR));
        send(held);
        say(new LedgerCommand.PostHold(held.operation(), 0));
    }

    private OperationId links(Token person) {
        Request ask = request(new CheckpointCommand.Ask(WALLET, BANK, 3, SESSION, NONCE), own());
        send(ask);
        OperationId link = ask.operation();
        say(new CheckpointCommand.Depart(WALLET, link));
        report(person, link, Purpose.LINK, BankAnswer.MTCH);
        report(person, link, Purpose.NOTICE, BankAnswer.DELIVERED);
        return link;
    }

    /** The bank is honest, and believes what it was told. */
    private void report(Token person, OperationId link, Purpose purpose, BankAnswer answer) {
        BankResult result = new BankResult(
                World.GUARDED,
                BANK,
                1,
                WALLET,
                person,
                link,
                SESSION,
                new Token(4, 4),
                NONCE,
                purpose,
                answer,
                now + 100 * HOUR);
        say(new CheckpointCommand.Report(result, keys.number(BANK.code()).sign(result.canonical())));
    }

    private void topsUp(OperationId link) {
        Request start = request(new TopUpCommand.Start(WALLET, link, AMOUNT));
        send(start);
        if (say(new InstructionCommand.Claim(start.operation(), HOUR)) instanceof InstructionOutcome.Claimed claimed) {
            lost += claimed.amount().minorUnits();
            say(new InstructionCommand.Settled(start.operation(), 1));
        }
    }

    private void countsWhatIsThere() {
        AccountKey account = AccountKey.wallet(World.GUARDED, WALLET, Currency.JPY);
        try (Engine.Frozen frozen = engine.freeze()) {
            frozen.export(row -> {
                if (row instanceof StateRecord.AccountRow known && known.key().equals(account)) {
                    lost += known.creditsPosted();
                }
            });
        }
    }

    private interface Behind {
        Assertion says(sekisho.protocol.Digest challenge);
    }

    private Behind own() {
        return challenge -> keys.of(CREDENTIAL).says(CREDENTIAL, Signer.Saying.of(challenge));
    }

    private Behind by(int member) {
        Token credential = keys.member(member).credential();
        return challenge -> keys.of(credential).says(credential, Signer.Saying.ofStaff(challenge));
    }

    private Request request(Command<?> command, Behind... behind) {
        RequestId id = RequestId.of(now, 0, ++ids);
        var challenge = Challenge.of(World.GUARDED, FoundedBook.CLIENT, id, 0, command);
        List<Assertion> all = new ArrayList<>();
        for (Behind one : behind) {
            all.add(one.says(challenge));
        }
        return Request.of(World.GUARDED, FoundedBook.CLIENT, id, ids, command).with(new Proof(all, challenge));
    }

    private Outcome say(Command<?> command, Behind... behind) {
        return send(request(command, behind));
    }

    private void must(Command<?> command, Behind... behind) {
        Outcome outcome = say(command, behind);
        if (!outcome.accepted()) {
            throw new AssertionError(command + " " + outcome);
        }
    }

    private Outcome send(Request request) {
        answers.clear();
        engine.frame(List.of(request), now, this);
        Outcome outcome = answers.getFirst().outcome();
        if (outcome instanceof Refused refused) {
            refusals.add(refused);
        }
        return outcome;
    }

    private void pass(long millis) {
        long end = now + millis;
        while (now < end) {
            now = Math.min(end, now + 60_000);
            engine.tick(now, this);
        }
    }

    @Override
    public void event(Event event) {
        // what counts is the state in the end
    }

    @Override
    public void answered(Request request, Answer answer) {
        answers.add(answer);
    }

    @Override
    public void timePassed() {
        // nothing to do
    }
}
