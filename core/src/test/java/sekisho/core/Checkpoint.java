package sekisho.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import sekisho.protocol.AccountKey;
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
import sekisho.protocol.Digest;
import sekisho.protocol.Event;
import sekisho.protocol.Evidence;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.Limit;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.Member;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Proof;
import sekisho.protocol.Purpose;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.StateRecord;
import sekisho.protocol.TierId;
import sekisho.protocol.Token;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/** A founded book in yen: two members of staff, an issuer, three banks of different strength, two people, a shop. */
final class Checkpoint implements Sink {

    static final BookId BOOK = BookId.FIRST;
    static final ClientId CLIENT = new ClientId(7);
    static final TierId UNVERIFIED = new TierId(1);
    static final TierId VERIFIED = new TierId(2);
    static final WalletId AIKO = new WalletId(1);
    static final WalletId BEN = new WalletId(2);
    static final WalletId THIEF = new WalletId(3);
    static final MerchantId SHOP = new MerchantId(1);
    static final MerchantId ELECTRONICS = new MerchantId(2);
    static final BankId STRONG = new BankId(9_001);
    static final BankId PLAIN = new BankId(9_002);
    static final BankId WEAK = new BankId(9_003);
    static final Token ACCOUNT = new Token(500, 1);
    static final long START = 1_790_000_000_000L;
    static final long HOUR = 3_600_000;
    static final long DAY = 24 * HOUR;

    final Core core;
    final List<Event> events = new ArrayList<>();
    final Signer alice = new Signer();
    final Signer bob = new Signer();
    final Signer issuer = new Signer();
    final Signer bank = new Signer();
    final Signer passkey = new Signer();
    long now = START;
    private final List<Answer> answers = new ArrayList<>();
    private int ids;

    /** Before its founding. */
    Checkpoint() {
        this(new Core(Capacity.STANDARD));
        say(new SettingsCommand.DefineCurrency(Currency.JPY, 0, false));
        say(new SettingsCommand.SwitchBehaviour(Core.NEWEST_BEHAVIOUR));
        for (Operation operation : Operation.values()) {
            say(new SettingsCommand.SetLimit(VERIFIED, Currency.JPY, operation, Limit.UNLIMITED));
        }
        say(new SettingsCommand.SetBalanceCap(VERIFIED, Currency.JPY, 10_000_000));
        for (BankId each : List.of(STRONG, PLAIN, WEAK)) {
            say(new BankCommand.Register(each));
        }
        say(new MerchantCommand.Open(SHOP, Currency.JPY, 0, 0));
        say(new MerchantCommand.Open(ELECTRONICS, Currency.JPY, 0, 0));
    }

    private Checkpoint(Core core) {
        this.core = core;
    }

    /** Founded, with its rules; wallets are open, and nobody has proved anything. */
    static Checkpoint founded() {
        Checkpoint it = new Checkpoint();
        it.say(it.found());
        it.rules();
        for (WalletId wallet : List.of(AIKO, BEN, THIEF)) {
            it.say(new WalletCommand.Open(wallet, UNVERIFIED, Currency.JPY, 0, 0));
        }
        return it;
    }

    /** Founded, and Aiko and Ben are verified customers with passkeys. */
    static Checkpoint verified() {
        Checkpoint it = founded();
        for (WalletId wallet : List.of(AIKO, BEN)) {
            it.say(new IdentityCommand.AddAuthenticator(wallet, credential(wallet), it.passkey.key(), true, true));
            it.say(it.present(it.evidence(wallet)));
            it.owned(new WalletCommand.SetTier(wallet, VERIFIED), wallet);
        }
        return it;
    }

    TrustCommand.Found found() {
        return new TrustCommand.Found(
                Signer.hash(Signer.PARTY), Signer.hash(Signer.ORIGIN), true, 2, member(1), member(2));
    }

    Member member(int number) {
        return new Member(number, new Token(100, number), (number == 1 ? alice : bob).key());
    }

    private void rules() {
        approved(new TrustCommand.TrustIssuer(1, 31, issuer.key()));
        approved(new TrustCommand.SetRule(EvidenceKind.IC_CHIP, 2, 0, 0, START + 3_000 * DAY));
        approved(new TrustCommand.SetRule(EvidenceKind.DOCUMENT_IMAGE, 1, 0, 0, START + 100 * DAY));
        approved(new TrustCommand.SetTierFor(0, 0, UNVERIFIED));
        approved(new TrustCommand.SetTierFor(1, 1, VERIFIED));
        approved(new TrustCommand.SetFloor(BankOperation.LINKS, LinkStrength.WEAK_NOTICED, 2, false));
        approved(new TrustCommand.SetFloor(BankOperation.TOP_UPS, LinkStrength.WEAK_NOTICED, 2, false));
        approved(new TrustCommand.SetFloor(BankOperation.CASH_OUTS, LinkStrength.WEAK_NOTICED, 2, false));
        approved(new TrustCommand.SetRung(LinkStrength.PHISHING_RESISTANT, false, 0, 0, 100_000, 300_000));
        approved(new TrustCommand.SetRung(LinkStrength.TWO_FACTOR, true, 0, 0, 50_000, 200_000));
        approved(new TrustCommand.SetRung(LinkStrength.WEAK_NOTICED, false, 0, 0, 0, 0));
        approved(new TrustCommand.SetRung(LinkStrength.WEAK_NOTICED, false, 1, DAY, 10_000, 30_000));
        describe(STRONG, 1, 31);
        describe(PLAIN, 1, 11);
        describe(WEAK, 1, 33);
        for (BankId each : List.of(STRONG, PLAIN, WEAK)) {
            approved(new TrustCommand.TrustBankKey(each, 1, bank.key()));
        }
        approved(new TrustCommand.MarkMerchant(ELECTRONICS, true));
    }

    Outcome describe(BankId which, int version, int factors) {
        return approved(new TrustCommand.Describe(which, description(version, factors)));
    }

    static Description description(int version, int factors) {
        return new Description(
                version, 1, factors, 15, Description.Notice.STATEMENT, false, HOUR, 3 * DAY, 100_000, 1_000_000);
    }

    static Token credential(WalletId wallet) {
        return new Token(200, wallet.value());
    }

    static Token person(WalletId wallet) {
        return new Token(300, wallet.value());
    }

    Evidence evidence(WalletId wallet) {
        return evidence(wallet, EvidenceKind.IC_CHIP, person(wallet), credential(wallet));
    }

    Evidence evidence(WalletId wallet, EvidenceKind kind, Token person, Token subject) {
        return new Evidence(
                BOOK, 1, new Token(400, ++ids), kind, person, wallet, subject, 0, now, now + 2_000 * DAY, ids);
    }

    IdentityCommand.Present present(Evidence evidence) {
        return new IdentityCommand.Present(evidence, issuer.sign(evidence.canonical()));
    }

    /** Asks for a link, and goes to the bank. */
    OperationId atBank(WalletId wallet, BankId which) {
        Request request = request(new CheckpointCommand.Ask(wallet, which, 1, session(), nonce()));
        expectMoved(send(owned(request, wallet)));
        expectMoved(say(new CheckpointCommand.Depart(wallet, request.operation())));
        return request.operation();
    }

    private static void expectMoved(Outcome outcome) {
        if (!outcome.accepted()) {
            throw new AssertionError(outcome);
        }
    }

    /** An active link, confirmed or noticed as its bank's strength needs. */
    OperationId active(WalletId wallet, BankId which, Token account) {
        OperationId link = atBank(wallet, which);
        UnaryOperator<BankResult> about = result -> about(result, account);
        expectMoved(report(about.apply(result(wallet, which, link, Purpose.LINK, BankAnswer.MTCH))));
        if (which.equals(PLAIN)) {
            expectMoved(report(about.apply(result(wallet, which, link, Purpose.CONSENT, BankAnswer.CONFIRMED))));
        } else if (which.equals(WEAK)) {
            expectMoved(report(about.apply(result(wallet, which, link, Purpose.NOTICE, BankAnswer.DELIVERED))));
        }
        pass(HOUR);
        return link;
    }

    /** An active, confirmed link of somebody's further wallet. */
    OperationId activeOf(Token person, WalletId wallet, Token account) {
        OperationId link = atBank(wallet, PLAIN);
        for (BankAnswer answer : List.of(BankAnswer.MTCH, BankAnswer.CONFIRMED)) {
            Purpose purpose = answer == BankAnswer.MTCH ? Purpose.LINK : Purpose.CONSENT;
            BankResult it = about(result(wallet, PLAIN, link, purpose, answer), account);
            expectMoved(report(new BankResult(
                    it.book(),
                    it.bank(),
                    it.key(),
                    wallet,
                    person,
                    link,
                    it.session(),
                    account,
                    it.nonce(),
                    purpose,
                    answer,
                    it.expires())));
        }
        pass(HOUR);
        return link;
    }

    static BankResult about(BankResult it, Token account) {
        return new BankResult(
                it.book(),
                it.bank(),
                it.key(),
                it.wallet(),
                it.person(),
                it.link(),
                it.session(),
                account,
                it.nonce(),
                it.purpose(),
                it.answer(),
                it.expires());
    }

    BankResult result(WalletId wallet, BankId which, OperationId link, Purpose purpose, BankAnswer answer) {
        return new BankResult(
                BOOK, which, 1, wallet, person(wallet), link, session(), ACCOUNT, nonce(), purpose, answer, now + HOUR);
    }

    static Token session() {
        return new Token(600, 1);
    }

    static Token nonce() {
        return new Token(700, 1);
    }

    Outcome report(BankResult result) {
        return say(new CheckpointCommand.Report(result, bank.sign(result.canonical())));
    }

    /** Money from a bank account, all the way. */
    Outcome topUp(WalletId wallet, OperationId link, long amount) {
        Request request = request(new TopUpCommand.Start(wallet, link, yen(amount)));
        Outcome outcome = send(request);
        if (outcome.accepted()) {
            say(new InstructionCommand.Claim(request.operation(), 60_000));
            say(new InstructionCommand.Settled(request.operation(), 0));
        }
        return outcome;
    }

    static Money yen(long amount) {
        return new Money(amount, Currency.JPY);
    }

    Outcome say(Command<?> command) {
        return send(request(command));
    }

    /** By two different members of staff. */
    Outcome approved(Command<?> command) {
        Request request = request(command);
        return send(behind(request, by(1, request), by(2, request)));
    }

    Outcome approvedByOne(Command<?> command) {
        Request request = request(command);
        return send(behind(request, by(1, request)));
    }

    /** By the wallet's owner. */
    Outcome owned(Command<?> command, WalletId wallet) {
        return send(owned(request(command), wallet));
    }

    Request owned(Request request, WalletId wallet) {
        return behind(request, passkey.says(credential(wallet), Signer.Saying.of(challenge(request))));
    }

    Assertion by(int number, Request request) {
        return (number == 1 ? alice : bob).says(member(number).credential(), Signer.Saying.of(challenge(request)));
    }

    static Digest challenge(Request request) {
        return Signer.hash(request.key() + " " + request.command());
    }

    static Request behind(Request request, Assertion... assertions) {
        return request.with(new Proof(List.of(assertions), challenge(request)));
    }

    Request request(Command<?> command) {
        return Request.of(BOOK, CLIENT, RequestId.of(now, 0, ++ids), command.hashCode(), command);
    }

    Outcome send(Request request) {
        answers.clear();
        core.frame(List.of(request), now, this);
        return answers.getFirst().outcome();
    }

    void pass(long millis) {
        long end = now + millis;
        while (now < end) {
            now = Math.min(end, now + 60_000);
            core.tick(now, this);
        }
    }

    LinkStatus status(OperationId link) {
        LinkStatus[] found = new LinkStatus[1];
        core.export(row -> {
            if (row instanceof StateRecord.LinkRow known && known.link().equals(link)) {
                found[0] = known.status();
            }
        });
        return found[0];
    }

    long balance(WalletId wallet) {
        StateRecord.AccountRow row = core.account(AccountKey.wallet(BOOK, wallet, Currency.JPY));
        return row == null ? 0 : row.creditsPosted() - row.debitsPosted();
    }

    /** The reason of a refusal, or null. */
    static @org.jspecify.annotations.Nullable Refusal why(Outcome outcome) {
        return outcome instanceof Refused refused ? refused.reason() : null;
    }

    @Override
    public void event(Event event) {
        events.add(event);
    }

    @Override
    public void answered(Request request, Answer answer) {
        answers.add(answer);
    }

    @Override
    public void timePassed() {
        // the events are kept already
    }
}
