package sekisho.simulation.threat;

import java.util.ArrayList;
import java.util.List;
import sekisho.core.Capacity;
import sekisho.core.Core;
import sekisho.core.Restorer;
import sekisho.core.Sink;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Answer;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BankResult;
import sekisho.protocol.BookId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Description;
import sekisho.protocol.Event;
import sekisho.protocol.Evidence;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Limit;
import sekisho.protocol.Line;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.Member;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Proof;
import sekisho.protocol.Purpose;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.Side;
import sekisho.protocol.StateRecord;
import sekisho.protocol.TierId;
import sekisho.protocol.Token;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.simulation.Signer;
import sekisho.wire.Challenge;

/**
 * A founded book as an engine: the victim's two wallets in the thief's hands, an accomplice's wallet, a baker, a shop of what is easily
 * sold on, the victim's bank, and another one where the thief has opened an account in the victim's name. One thread.
 */
final class ThreatWorld implements Sink {

    static final WalletId FIRST = new WalletId(1);
    static final WalletId SECOND = new WalletId(2);
    static final WalletId ACCOMPLICE = new WalletId(3);
    static final MerchantId BAKER = new MerchantId(1);
    static final MerchantId RESALE = new MerchantId(2);
    static final BankId BANK = new BankId(1);
    static final BankId OWN = new BankId(2);
    static final Token VICTIMS = new Token(7, 1);
    static final long START = 1_790_000_100_000L;
    static final long HOUR = 3_600_000;
    static final long DAY = 24 * HOUR;

    private static final BookId BOOK = BookId.FIRST;
    private static final ClientId CLIENT = new ClientId(1);
    private static final TierId TIER = new TierId(1);
    private static final WalletId OTHERS = new WalletId(9);
    private static final Token SESSION = new Token(1, 1);
    private static final Token NONCE = new Token(2, 2);
    /** One key for everybody: who has it is not what is searched. */
    private static final Signer KEY = new Signer(1);

    private static final Member ALICE = new Member(1, new Token(8, 1), KEY.key());
    private static final Member BOB = new Member(2, new Token(8, 2), KEY.key());

    private final Core core;
    private final List<Answer> answers = new ArrayList<>();
    private final Target target;
    private long now;
    private int ids;

    private ThreatWorld(Core core, Target target, long now) {
        this.core = core;
        this.target = target;
        this.now = now;
    }

    /** Where it begins. */
    static ThreatWorld begin(Target target) {
        ThreatWorld it = new ThreatWorld(new Core(Capacity.STANDARD), target, START);
        it.before();
        it.must(new TrustCommand.Found(Signer.customers(), Signer.staff(), true, 2, ALICE, BOB));
        it.trust();
        it.people();
        return it;
    }

    /** An engine with this state. */
    static ThreatWorld of(List<StateRecord> rows, Target target, long now) {
        Restorer restorer = Core.restorer(Capacity.STANDARD);
        rows.forEach(restorer::add);
        return new ThreatWorld(restorer.finish(), target, now);
    }

    /** The state, without the answers that it remembers. */
    List<StateRecord> rows() {
        List<StateRecord> rows = new ArrayList<>();
        core.export(row -> {
            if (!(row instanceof StateRecord.AnswerRow)) {
                rows.add(row);
            }
        });
        return rows;
    }

    long now() {
        return now;
    }

    Target target() {
        return target;
    }

    private void before() {
        must(new SettingsCommand.DefineCurrency(Currency.JPY, 0, false));
        must(new SettingsCommand.SwitchBehaviour(Core.NEWEST_BEHAVIOUR));
        for (Operation operation : Operation.values()) {
            must(new SettingsCommand.SetLimit(TIER, Currency.JPY, operation, Limit.UNLIMITED));
        }
        must(new SettingsCommand.SetBalanceCap(TIER, Currency.JPY, Limit.NONE));
        must(new BankCommand.Register(BANK));
        must(new BankCommand.Register(OWN));
        must(new MerchantCommand.Open(BAKER, Currency.JPY, 0, 0));
        must(new MerchantCommand.Open(RESALE, Currency.JPY, 0, 0));
    }

    /** The lowest floors, and the highest rungs that the engine lets anybody set for weak banks; for others those of 2020. */
    private void trust() {
        approved(new TrustCommand.TrustIssuer(1, EvidenceKind.IC_CHIP.bit(), KEY.key()));
        approved(new TrustCommand.SetRule(EvidenceKind.IC_CHIP, 2, 0, 0, Long.MAX_VALUE));
        approved(new TrustCommand.SetTierFor(0, 0, TIER));
        for (BankOperation operation : BankOperation.values()) {
            approved(new TrustCommand.SetFloor(operation, LinkStrength.WEAK, 1, true));
        }
        for (LinkStrength weak : List.of(LinkStrength.WEAK, LinkStrength.WEAK_NOTICED)) {
            approved(new TrustCommand.SetRung(weak, false, 0, DAY, 10_000, 30_000));
        }
        approved(new TrustCommand.SetRung(LinkStrength.TWO_FACTOR, true, 0, 0, 50_000, 200_000));
        for (boolean confirmed : new boolean[] {false, true}) {
            approved(new TrustCommand.SetRung(LinkStrength.PHISHING_RESISTANT, confirmed, 0, 0, 100_000, 300_000));
        }
        for (BankId bank : List.of(BANK, OWN)) {
            approved(new TrustCommand.TrustBankKey(bank, 1, KEY.key()));
        }
        approved(new TrustCommand.Describe(BANK, description(target.factors)));
        approved(new TrustCommand.Describe(OWN, description(Target.PHISHING_RESISTANT.factors)));
        approved(new TrustCommand.MarkMerchant(RESALE, true));
    }

    /** No window for objections, no time in which the rail pulls back: as a thief would like it. */
    private static Description description(int factors) {
        return new Description(1, 1, factors, 15, Description.Notice.STATEMENT, false, 0, 0, 10_000_000, 100_000_000);
    }

    private void people() {
        for (WalletId wallet : List.of(FIRST, SECOND, ACCOMPLICE, OTHERS)) {
            must(new WalletCommand.Open(wallet, TIER, Currency.JPY, 0, 0));
            must(new IdentityCommand.AddAuthenticator(wallet, credential(wallet), KEY.key(), true, true));
            Evidence chip = new Evidence(
                    BOOK,
                    1,
                    new Token(6, wallet.value()),
                    EvidenceKind.IC_CHIP,
                    person(wallet),
                    wallet,
                    credential(wallet),
                    0,
                    now,
                    Long.MAX_VALUE,
                    1);
            must(new IdentityCommand.Present(chip, KEY.sign(chip.canonical())));
        }
        // Others have money at the bank where his own account is: else nothing could be cashed out there.
        approved(new LedgerCommand.Book(
                List.of(
                        new Line(
                                AccountKey.bank(BOOK, AccountKind.SETTLEMENT, OWN, Currency.JPY),
                                Side.DEBIT,
                                10_000_000),
                        new Line(account(OTHERS), Side.CREDIT, 10_000_000)),
                false,
                OperationId.NONE));
        for (WalletId wallet : List.of(FIRST, SECOND, ACCOMPLICE)) {
            link(wallet, OWN, new Token(7, 1 + person(wallet).low()));
        }
        pass(now + 60_000);
    }

    static AccountKey account(WalletId wallet) {
        return AccountKey.wallet(BOOK, wallet, Currency.JPY);
    }

    private static Token credential(WalletId wallet) {
        return new Token(4, wallet.value());
    }

    private static Token person(WalletId wallet) {
        return new Token(5, wallet.equals(SECOND) ? FIRST.value() : wallet.value());
    }

    /** A link, asked for, matched, noticed, and agreed to where he can. */
    boolean link(WalletId wallet, BankId bank, Token account) {
        Request ask = owned(new CheckpointCommand.Ask(wallet, bank, 1, SESSION, NONCE), wallet);
        if (!send(ask).accepted()) {
            return false;
        }
        OperationId link = ask.operation();
        say(new CheckpointCommand.Depart(wallet, link));
        report(wallet, bank, link, account, Purpose.LINK, BankAnswer.MTCH);
        report(wallet, bank, link, account, Purpose.NOTICE, BankAnswer.DELIVERED);
        if (bank.equals(OWN) || target.consents) {
            report(wallet, bank, link, account, Purpose.CONSENT, BankAnswer.CONFIRMED);
        }
        return true;
    }

    private void report(
            WalletId wallet, BankId bank, OperationId link, Token account, Purpose purpose, BankAnswer answer) {
        BankResult result = new BankResult(
                BOOK, bank, 1, wallet, person(wallet), link, SESSION, account, NONCE, purpose, answer, now + HOUR);
        say(new CheckpointCommand.Report(result, KEY.sign(result.canonical())));
    }

    /** Time passes, as it does in the log: the clock is confirmed after a jump. */
    void pass(long until) {
        now = until;
        must(new SettingsCommand.ConfirmTime(now));
        core.tick(now, this);
    }

    long balance(WalletId wallet) {
        StateRecord.AccountRow row = core.account(account(wallet));
        return row == null ? 0 : row.creditsPosted() - row.debitsPosted();
    }

    Request request(Command<?> command) {
        return Request.of(BOOK, CLIENT, RequestId.of(now, 0, ++ids), ids, command);
    }

    /** Signed by the wallet's owner. */
    Request owned(Command<?> command, WalletId wallet) {
        return behind(request(command), credential(wallet), Signer.Saying::of);
    }

    private interface Says {
        Signer.Saying of(sekisho.protocol.Digest challenge);
    }

    private static Request behind(Request request, Token credential, Says says) {
        var challenge = Challenge.of(BOOK, CLIENT, request.key(), 0, request.command());
        List<Assertion> all = new ArrayList<>(request.proof().assertions());
        all.add(KEY.says(credential, says.of(challenge)));
        return request.with(new Proof(all, challenge));
    }

    private void approved(Command<?> command) {
        Request request = behind(request(command), ALICE.credential(), Signer.Saying::ofStaff);
        Outcome outcome = send(behind(request, BOB.credential(), Signer.Saying::ofStaff));
        if (!outcome.accepted()) {
            throw new IllegalStateException(command + " " + outcome);
        }
    }

    private void must(Command<?> command) {
        Outcome outcome = say(command);
        if (!outcome.accepted()) {
            throw new IllegalStateException(command + " " + outcome);
        }
    }

    Outcome say(Command<?> command) {
        return send(request(command));
    }

    Outcome send(Request request) {
        answers.clear();
        core.frame(List.of(request), now, this);
        return answers.getFirst().outcome();
    }

    /** What the engine would answer. */
    Outcome tried(Request it) {
        return send(new Request(
                it.book(), it.client(), it.key(), it.contentHash(), false, true, 0, it.command(), it.proof()));
    }

    @Override
    public void event(Event event) {
        // the state is looked at
    }

    @Override
    public void answered(Request request, Answer answer) {
        answers.add(answer);
    }

    @Override
    public void timePassed() {
        // the state is looked at
    }
}
