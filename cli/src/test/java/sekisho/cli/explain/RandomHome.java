package sekisho.cli.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import sekisho.gateway.Gateway;
import sekisho.gateway.GatewaySettings;
import sekisho.gateway.Submission;
import sekisho.node.LogSizes;
import sekisho.node.Node;
import sekisho.node.NodeSettings;
import sekisho.node.Upkeep;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BankResult;
import sekisho.protocol.BookId;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Description;
import sekisho.protocol.Evidence;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.Limit;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.Member;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Purpose;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.TierId;
import sekisho.protocol.Token;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.simulation.Signer;
import sekisho.wire.Challenge;

/** A home with two books, one of them founded, in which a seeded crowd moves money and asks for links. */
final class RandomHome {
    static final ClientId CLIENT = new ClientId(7);
    private static final BookId PLAIN = BookId.FIRST;
    private static final BookId FOUNDED = new BookId(2);
    private static final Currency JPY = Currency.JPY;
    private static final Currency XTS = Currency.of("XTS");
    private static final TierId TIER = new TierId(1);
    private static final BankId STRONG = new BankId(1);
    private static final BankId WEAK = new BankId(2);
    private static final MerchantId SHOP = new MerchantId(1);
    private static final MerchantId TOBACCONIST = new MerchantId(2);
    private static final int WALLETS = 8;
    private static final int NAMED = 6;
    private static final long DAY = 86_400_000;

    /** What was asked, and what was answered. */
    record Asked(BookId book, RequestId id, Command<?> command, Outcome outcome) {}

    final List<Asked> asked = new ArrayList<>();
    private final Random random;
    private final Signer first = new Signer(1);
    private final Signer second = new Signer(2);
    private final Signer issuer = new Signer(3);
    private final Signer bank = new Signer(4);
    private final Signer passkey = new Signer(5);
    private final List<OperationId> plainLinks = new ArrayList<>();
    private final List<OperationId> links = new ArrayList<>();
    private final Gateway plain;
    private final Gateway founded;

    private RandomHome(Gateway plain, Gateway founded, long seed) {
        this.plain = plain;
        this.founded = founded;
        random = new Random(seed);
    }

    /** Makes the home, and lets so many things happen in it. */
    static List<Asked> make(Path home, long seed, int commands) {
        var settings = NodeSettings.of(home).withSizes(LogSizes.SMALL).withUpkeep(Upkeep.BY_HAND);
        try (var node = Node.start(settings);
                var plain = Gateway.connect(GatewaySettings.of(node.address(), CLIENT));
                var founded = Gateway.connect(
                        GatewaySettings.of(node.address(), CLIENT).withBook(FOUNDED))) {
            var world = new RandomHome(plain, founded, seed);
            world.open();
            world.asked.clear();
            for (int i = 0; i < commands; i++) {
                if (i == commands / 2) {
                    node.snapshot();
                    world.approved(new CheckpointCommand.LockAccount(STRONG, new Token(500, 1), 1));
                    world.asked.removeLast();
                }
                world.act();
            }
            node.awaitOutcomes();
            return world.asked;
        }
    }

    private void open() {
        for (Gateway gateway : List.of(plain, founded)) {
            Currency currency = gateway == plain ? XTS : JPY;
            if (gateway == plain) {
                say(plain, new SettingsCommand.DefineCurrency(JPY, 0, false));
                say(plain, new SettingsCommand.DefineCurrency(XTS, 2, true));
            }
            for (Operation operation : EnumSet.allOf(Operation.class)) {
                say(
                        gateway,
                        new SettingsCommand.SetLimit(
                                TIER, currency, operation, new Limit(20_000, 60_000, 200_000, 50_000, Limit.NONE)));
            }
            say(gateway, new SettingsCommand.SetBalanceCap(TIER, currency, 90_000));
            say(gateway, new BankCommand.Register(STRONG));
            say(gateway, new BankCommand.Register(WEAK));
            say(gateway, new MerchantCommand.Open(SHOP, currency, 0, 0));
            say(gateway, new MerchantCommand.Open(TOBACCONIST, currency, 0, 0));
            for (int number = 1; number <= WALLETS; number++) {
                say(gateway, new WalletCommand.Open(new WalletId(number), TIER, currency, 0, 0));
            }
        }
        for (int number = 1; number <= NAMED; number++) {
            say(plain, new TopUpCommand.Received(new WalletId(number), STRONG, new Money(15_000, XTS)));
            OperationId link = asks(plain, new LinkCommand.Request(new WalletId(number), number == 4 ? WEAK : STRONG));
            say(plain, new LinkCommand.Activate(new WalletId(number), link, 1));
            plainLinks.add(link);
        }
        say(plain, new BankCommand.Suspend(WEAK, BankOperation.TOP_UPS, 1));
        found();
        for (int number = 1; number <= NAMED; number++) {
            customer(new WalletId(number));
        }
        for (int number = 1; number <= NAMED; number++) {
            link(new WalletId(number), number % 2 == 0 ? WEAK : STRONG);
        }
        for (Gateway gateway : List.of(plain, founded)) {
            say(gateway, new WalletCommand.Freeze(new WalletId(5), FreezeScope.DEBITS, 1));
        }
    }

    private void found() {
        say(founded, new TrustCommand.Found(Signer.customers(), Signer.staff(), true, 2, member(1), member(2)));
        approved(new TrustCommand.TrustIssuer(1, 31, issuer.key()));
        approved(new TrustCommand.SetRule(EvidenceKind.IC_CHIP, 2, 2, 0, Long.MAX_VALUE));
        approved(new TrustCommand.SetTierFor(0, 0, TIER));
        for (BankOperation operation : BankOperation.values()) {
            approved(new TrustCommand.SetFloor(operation, LinkStrength.WEAK_NOTICED, 1, true));
        }
        approved(new TrustCommand.SetRung(LinkStrength.PHISHING_RESISTANT, false, 0, 0, 15_000, 40_000));
        approved(new TrustCommand.SetRung(LinkStrength.PHISHING_RESISTANT, true, 0, 0, 30_000, 40_000));
        approved(new TrustCommand.SetRung(LinkStrength.WEAK_NOTICED, true, 0, 0, 8_000, 30_000));
        for (BankId each : List.of(STRONG, WEAK)) {
            approved(new TrustCommand.TrustBankKey(each, 1, bank.key()));
        }
        approved(new TrustCommand.Describe(STRONG, description(1, 31)));
        approved(new TrustCommand.Describe(WEAK, description(2, 33)));
        approved(new TrustCommand.MarkMerchant(TOBACCONIST, true));
    }

    private static Description description(int method, int factors) {
        return new Description(1, method, factors, 15, Description.Notice.STATEMENT, true, 0, 3 * DAY, 9_000, 25_000);
    }

    private Member member(int number) {
        return new Member(number, new Token(100, number), (number == 1 ? first : second).key());
    }

    private void customer(WalletId wallet) {
        Token credential = credential(wallet);
        say(founded, new IdentityCommand.AddAuthenticator(wallet, credential, passkey.key(), true, true));
        long now = System.currentTimeMillis();
        Evidence evidence = new Evidence(
                FOUNDED,
                1,
                new Token(400, wallet.value()),
                EvidenceKind.IC_CHIP,
                new Token(300, wallet.value()),
                wallet,
                credential,
                0,
                now,
                now + 100 * DAY,
                1);
        say(founded, new IdentityCommand.Present(evidence, issuer.sign(evidence.canonical())));
    }

    private static Token credential(WalletId wallet) {
        return new Token(200, wallet.value());
    }

    /** A whole way to the bank and back; the holder agrees. */
    private void link(WalletId wallet, BankId at) {
        Token session = new Token(600, 1 + random.nextInt(1_000_000));
        Token nonce = new Token(700, 1 + random.nextInt(1_000_000));
        OperationId link = asks(founded, new CheckpointCommand.Ask(wallet, at, at.code(), session, nonce));
        links.add(link);
        say(founded, new CheckpointCommand.Depart(wallet, link));
        for (var word : List.of(BankAnswer.MTCH, BankAnswer.DELIVERED, BankAnswer.CONFIRMED)) {
            Purpose purpose = switch (word) {
                case MTCH -> Purpose.LINK;
                case DELIVERED -> Purpose.NOTICE;
                default -> Purpose.CONSENT;
            };
            BankResult result = new BankResult(
                    FOUNDED,
                    at,
                    1,
                    wallet,
                    new Token(300, wallet.value()),
                    link,
                    session,
                    new Token(500, wallet.value()),
                    nonce,
                    purpose,
                    word,
                    System.currentTimeMillis() + DAY);
            silently(founded, new CheckpointCommand.Report(result, bank.sign(result.canonical())));
        }
    }

    private void act() {
        boolean here = random.nextInt(3) == 0;
        Gateway gateway = here ? plain : founded;
        OperationId operation = asks(gateway, here ? plainCommand() : foundedCommand());
        Asked last = asked.getLast();
        if (last.command() instanceof TopUpCommand.Start && last.outcome().accepted() && random.nextInt(5) != 0) {
            silently(gateway, new InstructionCommand.Claim(operation, 10_000));
            silently(gateway, new InstructionCommand.Settled(operation, 1));
        }
    }

    private Command<?> plainCommand() {
        WalletId wallet = wallet();
        OperationId link = plainLinks.get(random.nextInt(plainLinks.size()));
        WalletId owner = random.nextInt(8) == 0 ? wallet : new WalletId(plainLinks.indexOf(link) + 1L);
        return switch (random.nextInt(7)) {
            case 0 -> new TopUpCommand.Start(owner, link, money(XTS));
            case 1 -> new CashOutCommand.Start(owner, link, money(XTS));
            case 2 -> new PaymentCommand.Pay(wallet, new MerchantId(1 + random.nextInt(3)), money(XTS), 0);
            case 3 -> new LinkCommand.Request(wallet, new BankId(1 + random.nextInt(3)));
            case 4 -> new LinkCommand.Activate(owner, link, 1);
            case 5 -> new TopUpCommand.Received(wallet, STRONG, money(random.nextInt(5) == 0 ? JPY : XTS));
            default -> new TransferCommand.Send(wallet, wallet(), money(XTS), random.nextInt(4) == 0, 0);
        };
    }

    private Command<?> foundedCommand() {
        WalletId wallet = wallet();
        OperationId link = links.get(random.nextInt(links.size()));
        WalletId owner = random.nextInt(10) == 0 ? wallet : new WalletId(links.indexOf(link) % NAMED + 1L);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new TopUpCommand.Start(owner, link, money(JPY));
            case 3, 4 -> new CashOutCommand.Start(owner, link, money(JPY));
            case 5 -> new PaymentCommand.Authorise(wallet, SHOP, money(JPY), 60_000);
            case 6 -> new PaymentCommand.Pay(wallet, TOBACCONIST, money(JPY), 0);
            case 7 -> new LinkCommand.Request(wallet, STRONG);
            case 8, 9 ->
                new CheckpointCommand.Ask(
                        wallet,
                        new BankId(1 + random.nextInt(2)),
                        1 + random.nextInt(2),
                        new Token(1, 1),
                        new Token(2, 2));
            default -> new TransferCommand.Send(wallet, wallet(), money(JPY), false, 0);
        };
    }

    private WalletId wallet() {
        return new WalletId(1 + random.nextInt(random.nextInt(4) == 0 ? WALLETS + 1 : 4));
    }

    private Money money(Currency currency) {
        return new Money(1 + random.nextInt(random.nextInt(6) == 0 ? 25_000 : 5_000), currency);
    }

    /** Sends it, mostly with who has to stand behind it, and says what it would begin. */
    private OperationId asks(Gateway gateway, Command<?> command) {
        RequestId id = gateway.newId();
        @Nullable
        WalletId owner = switch (command) {
            case CheckpointCommand.Ask ask -> ask.wallet();
            case CashOutCommand.Start start -> start.wallet();
            default -> null;
        };
        boolean signs = owner != null && gateway == founded && (asked.size() < 200 || random.nextInt(5) != 0);
        List<Assertion> behind = signs && owner != null
                ? List.of(passkey.says(
                        credential(owner), Signer.Saying.of(Challenge.of(FOUNDED, CLIENT, id, 0, command))))
                : List.of();
        send(gateway, id, command, behind);
        return OperationId.of(CLIENT, id, 0);
    }

    private void say(Gateway gateway, Command<?> command) {
        Outcome outcome = send(gateway, gateway.newId(), command, List.of());
        if (!outcome.accepted()) {
            throw new AssertionError(command + " was answered " + outcome);
        }
    }

    private void silently(Gateway gateway, Command<?> command) {
        outcome(gateway.submit(CLIENT, gateway.newId(), command, 0, List.of()));
    }

    private void approved(Command<?> command) {
        RequestId id = founded.newId();
        var says = Signer.Saying.ofStaff(Challenge.of(FOUNDED, CLIENT, id, 0, command));
        Outcome outcome = send(
                founded,
                id,
                command,
                List.of(
                        first.says(member(1).credential(), says),
                        second.says(member(2).credential(), says)));
        if (!outcome.accepted()) {
            throw new AssertionError(command + " was answered " + outcome);
        }
    }

    private Outcome send(Gateway gateway, RequestId id, Command<?> command, List<Assertion> behind) {
        Outcome outcome = outcome(gateway.submit(CLIENT, id, command, 0, behind));
        asked.add(new Asked(gateway == plain ? PLAIN : FOUNDED, id, command, outcome));
        return outcome;
    }

    private static Outcome outcome(Submission submission) {
        if (submission instanceof Submission.Answered answered) {
            return answered.answer().outcome();
        }
        throw new AssertionError("not answered: " + submission);
    }
}
