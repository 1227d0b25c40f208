package sekisho.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import sekisho.protocol.Answer;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BankResult;
import sekisho.protocol.BookId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Description;
import sekisho.protocol.Digest;
import sekisho.protocol.Evidence;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.Limit;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.Member;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Purpose;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.TierId;
import sekisho.protocol.Token;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/** A founded book in yen, reached through a gateway: two members of staff, an issuer, a strong bank and one as in 2020. Any thread. */
final class FoundedWorld {
    static final BankId STRONG = new BankId(1);
    static final BankId WEAK = new BankId(2);
    static final TierId UNVERIFIED = new TierId(1);
    static final TierId VERIFIED = new TierId(2);
    private static final Signer.Site CUSTOMERS = new Signer.Site("sekisho.example");
    private static final Signer.Site STAFF = new Signer.Site("console.sekisho.example");
    private static final long DAY = 86_400_000;

    final Gateway gateway;
    final Signer alice = new Signer();
    final Signer bob = new Signer();
    private final Signer issuer = new Signer();
    private final Signer bank = new Signer();
    private final Signer passkey = new Signer();

    FoundedWorld(Gateway gateway) {
        this.gateway = gateway;
        before();
        accepted(say(new TrustCommand.Found(CUSTOMERS.party(), STAFF.party(), true, 2, member(1), member(2))));
        trust();
    }

    private void before() {
        accepted(say(new SettingsCommand.DefineCurrency(Currency.JPY, 0, false)));
        for (Operation operation : Operation.values()) {
            accepted(say(new SettingsCommand.SetLimit(VERIFIED, Currency.JPY, operation, Limit.UNLIMITED)));
        }
        accepted(say(new SettingsCommand.SetBalanceCap(VERIFIED, Currency.JPY, Limit.NONE)));
        accepted(say(new BankCommand.Register(STRONG)));
        accepted(say(new BankCommand.Register(WEAK)));
    }

    private void trust() {
        accepted(approved(new TrustCommand.TrustIssuer(1, 31, issuer.key())));
        accepted(approved(new TrustCommand.SetRule(EvidenceKind.IC_CHIP, 2, 0, 0, Long.MAX_VALUE)));
        accepted(approved(new TrustCommand.SetTierFor(0, 0, UNVERIFIED)));
        accepted(approved(new TrustCommand.SetTierFor(2, 0, VERIFIED)));
        for (BankOperation operation : BankOperation.values()) {
            accepted(approved(new TrustCommand.SetFloor(operation, LinkStrength.WEAK_NOTICED, 2, false)));
        }
        accepted(
                approved(new TrustCommand.SetRung(LinkStrength.PHISHING_RESISTANT, false, 0, 0, 1_000_000, 3_000_000)));
        for (BankId each : List.of(STRONG, WEAK)) {
            accepted(approved(new TrustCommand.TrustBankKey(each, 1, bank.key())));
        }
        accepted(approved(new TrustCommand.Describe(STRONG, description(1, 31))));
        accepted(approved(new TrustCommand.Describe(WEAK, description(1, 33))));
    }

    /** Without a window for objections, so that links become active at once. */
    static Description description(int version, int factors) {
        return new Description(
                version,
                1,
                factors,
                15,
                Description.Notice.STATEMENT,
                false,
                0,
                3 * DAY,
                Limit.NONE / 2,
                Limit.NONE / 2);
    }

    Member member(int number) {
        return new Member(number, new Token(100, number), (number == 1 ? alice : bob).key());
    }

    static Token credential(WalletId wallet) {
        return new Token(200, wallet.value());
    }

    static Token person(WalletId wallet) {
        return new Token(300, wallet.value());
    }

    /** A wallet with a passkey and a chip's evidence. */
    void customer(WalletId wallet) {
        unverified(wallet);
        long now = System.currentTimeMillis();
        Evidence evidence = new Evidence(
                BookId.FIRST,
                1,
                new Token(400, wallet.value()),
                EvidenceKind.IC_CHIP,
                person(wallet),
                wallet,
                credential(wallet),
                0,
                now,
                now + 100 * DAY,
                1);
        accepted(say(new IdentityCommand.Present(evidence, issuer.sign(evidence.canonical()))));
        accepted(owned(new WalletCommand.SetTier(wallet, VERIFIED), wallet));
    }

    /** A wallet with a passkey, and nobody's. */
    void unverified(WalletId wallet) {
        accepted(say(new WalletCommand.Open(wallet, UNVERIFIED, Currency.JPY, 0, 0)));
        accepted(say(new IdentityCommand.AddAuthenticator(wallet, credential(wallet), passkey.key(), true, true)));
    }

    CheckpointCommand.Ask ask(WalletId wallet, BankId at) {
        return new CheckpointCommand.Ask(wallet, at, 1, new Token(600, 1), new Token(700, 1));
    }

    /** A link of a customer at the strong bank that is about to become active. */
    OperationId linked(WalletId wallet, long account) {
        RequestId id = gateway.newId();
        accepted(owned(id, ask(wallet, STRONG), wallet));
        OperationId link = OperationId.of(World.CLIENT, id, 0);
        accepted(say(new CheckpointCommand.Depart(wallet, link)));
        BankResult result = new BankResult(
                BookId.FIRST,
                STRONG,
                1,
                wallet,
                person(wallet),
                link,
                new Token(600, 1),
                new Token(500, account),
                new Token(700, 1),
                Purpose.LINK,
                BankAnswer.MTCH,
                System.currentTimeMillis() + DAY);
        accepted(say(new CheckpointCommand.Report(result, bank.sign(result.canonical()))));
        return link;
    }

    Outcome say(Command<?> command) {
        return outcome(gateway.submit(World.CLIENT, gateway.newId(), command, 0, List.of()));
    }

    Outcome owned(Command<?> command, WalletId wallet) {
        return owned(gateway.newId(), command, wallet);
    }

    Outcome owned(RequestId id, Command<?> command, WalletId wallet) {
        Assertion own = passkey.says(credential(wallet), CUSTOMERS, challenge(id, command));
        return outcome(gateway.submit(World.CLIENT, id, command, 0, List.of(own)));
    }

    Outcome approved(Command<?> command) {
        RequestId id = gateway.newId();
        return by(id, command, List.of(says(1, alice, id, command), says(2, bob, id, command)));
    }

    Outcome approvedByOne(Command<?> command) {
        RequestId id = gateway.newId();
        return by(id, command, List.of(says(1, alice, id, command)));
    }

    Outcome by(RequestId id, Command<?> command, List<Assertion> behind) {
        return outcome(gateway.submit(World.CLIENT, id, command, 0, behind));
    }

    Assertion says(int member, Signer signer, RequestId id, Command<?> command) {
        return signer.says(member(member).credential(), STAFF, challenge(id, command));
    }

    private static Digest challenge(RequestId id, Command<?> command) {
        return sekisho.wire.Challenge.of(BookId.FIRST, World.CLIENT, id, 0, command);
    }

    private static Outcome outcome(Submission submission) {
        Answer answer = World.answer(submission);
        return answer.outcome();
    }

    static void accepted(Outcome outcome) {
        assertThat(outcome.accepted()).as("%s", outcome).isTrue();
    }
}
