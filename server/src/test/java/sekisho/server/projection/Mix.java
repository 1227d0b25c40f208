package sekisho.server.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Limit;
import sekisho.protocol.Line;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.Side;
import sekisho.protocol.TierId;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/** A random mix of every kind of command among a few wallets, merchants and banks; many are refused. By seed. */
public final class Mix {
    public static final Currency XTS = Currency.of("XTS");
    static final TierId TIER = new TierId(1);
    public static final int WALLETS = 12;
    static final int MERCHANTS = 4;
    public static final int BANKS = 3;

    private static final int RECENT = 12;

    private final SplittableRandom random;
    private final ClientId client;
    private final List<OperationId> payments = new ArrayList<>();
    private final List<OperationId> instructions = new ArrayList<>();
    private final List<OperationId> links = new ArrayList<>();
    private final List<OperationId> holds = new ArrayList<>();
    private final List<OperationId> bookings = new ArrayList<>();

    Mix(long seed, ClientId client) {
        this.random = new SplittableRandom(seed);
        this.client = client;
    }

    /** What has to be there before the mix; all is accepted by an empty engine. */
    static List<Command<?>> opening() {
        var commands = new ArrayList<Command<?>>(List.of(
                new SettingsCommand.DefineCurrency(XTS, 2, true),
                new SettingsCommand.DefineCurrency(Currency.JPY, 0, true)));
        for (Currency currency : List.of(XTS, Currency.JPY)) {
            for (Operation operation : Operation.values()) {
                commands.add(new SettingsCommand.SetLimit(
                        TIER, currency, operation, new Limit(5_000, 1_000_000, 9_000_000, 900_000, Limit.NONE)));
            }
            commands.add(new SettingsCommand.SetBalanceCap(TIER, currency, 10_000_000));
        }
        for (int bank = 1; bank <= BANKS; bank++) {
            commands.add(new BankCommand.Register(new BankId(bank)));
        }
        for (int wallet = 1; wallet <= WALLETS; wallet++) {
            commands.add(new WalletCommand.Open(new WalletId(wallet), TIER, Currency.JPY, 1, wallet));
            commands.add(new WalletCommand.AddCurrency(new WalletId(wallet), XTS, 1, wallet));
            for (int i = 0; i < 3; i++) {
                commands.add(new TopUpCommand.Received(
                        new WalletId(wallet), new BankId(1 + wallet % BANKS), Money.yen(5_000)));
            }
        }
        for (int merchant = 1; merchant <= MERCHANTS; merchant++) {
            commands.add(new MerchantCommand.Open(new MerchantId(merchant), Currency.JPY, 1, 0));
        }
        return commands;
    }

    /** The next command, as the request with this id. */
    Command<?> next(RequestId id) {
        OperationId own = OperationId.of(client, id, 0);
        return switch (random.nextInt(100)) {
            case 0, 1 -> settings();
            case 2, 3, 4 -> wallet();
            case 5 -> merchant();
            case 6, 7, 8, 9, 10, 11 -> link(own);
            case 12, 13 -> bank();
            case 14, 15, 16, 17, 18, 19, 20, 21 -> start(own);
            case 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35 -> instruction();
            case 36, 37, 38, 39 -> received();
            case 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56 -> payment(own);
            case 57, 58, 59, 60, 61, 62, 63, 64 -> ledger(own);
            case 65 -> sweep();
            default -> new TransferCommand.Send(aWallet(), aWallet(), money(600), random.nextInt(4) == 0, 7);
        };
    }

    private Command<?> settings() {
        return switch (random.nextInt(4)) {
            case 0 -> new SettingsCommand.DefineCurrency(XTS, 2, true);
            case 1 -> new SettingsCommand.SetJournalCapacity(100_000 + random.nextInt(5));
            case 2 -> new SettingsCommand.SetBalanceCap(new TierId(2), Currency.JPY, 1_000_000);
            default -> new SettingsCommand.StartDay(2000_01_01);
        };
    }

    private Command<?> wallet() {
        var some = new WalletId(1 + random.nextInt(WALLETS + 8));
        return switch (random.nextInt(8)) {
            case 0, 1 -> new WalletCommand.Open(some, TIER, Currency.JPY, 1, 5);
            case 2 -> new WalletCommand.Freeze(some, scope(), 3);
            case 3, 4 -> new WalletCommand.Unfreeze(some, FreezeScope.ALL, 4);
            case 5 -> new WalletCommand.SetTier(some, TIER);
            case 6 -> new WalletCommand.SetFloor(some, XTS, -random.nextInt(10_000));
            default -> new WalletCommand.Close(some);
        };
    }

    private Command<?> merchant() {
        var some = new MerchantId(1 + random.nextInt(MERCHANTS + 2));
        return switch (random.nextInt(5)) {
            case 0 -> new MerchantCommand.Open(some, currency(), 1, 5);
            case 1 -> new MerchantCommand.Freeze(some, scope(), 3);
            case 2, 3 -> new MerchantCommand.Unfreeze(some, FreezeScope.ALL, 4);
            default -> new MerchantCommand.Close(new MerchantId(MERCHANTS + 1));
        };
    }

    private Command<?> link(OperationId own) {
        return switch (random.nextInt(7)) {
            case 0, 1, 2 -> {
                links.add(own);
                yield new LinkCommand.Request(walletOf(own), aBank());
            }
            case 3, 4, 5 -> {
                OperationId some = recent(links, own);
                yield new LinkCommand.Activate(walletOf(some), some, 9);
            }
            default -> {
                OperationId some = recent(links, own);
                yield new LinkCommand.Close(walletOf(some), some, 2);
            }
        };
    }

    private Command<?> bank() {
        var operation = BankOperation.of(random.nextInt(3));
        return switch (random.nextInt(5)) {
            case 0 -> new BankCommand.Register(new BankId(1 + random.nextInt(BANKS + 2)));
            case 1 -> new BankCommand.Suspend(aBank(), operation, random.nextInt(500));
            default -> new BankCommand.Reopen(aBank(), operation, random.nextInt(500));
        };
    }

    private Command<?> sweep() {
        return random.nextBoolean()
                ? new BankCommand.Sweep(aBank(), aBank(), Money.yen(1 + random.nextInt(500)))
                : new BankCommand.SweepArrived(aBank(), aBank(), Money.yen(1 + random.nextInt(500)));
    }

    private Command<?> start(OperationId own) {
        instructions.add(own);
        OperationId link = recent(links, own);
        return random.nextInt(3) != 0
                ? new TopUpCommand.Start(walletOf(link), link, Money.yen(1 + random.nextInt(3_000)))
                : new CashOutCommand.Start(walletOf(link), link, Money.yen(1 + random.nextInt(1_000)));
    }

    private Command<?> instruction() {
        OperationId some = recent(instructions, OperationId.NONE);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> new InstructionCommand.Claim(some, 1 + random.nextInt(30_000));
            case 3, 4, 5 -> new InstructionCommand.Settled(some, random.nextLong());
            case 6 -> new InstructionCommand.Declined(some, random.nextInt(100));
            default -> new InstructionCommand.InDoubt(some);
        };
    }

    private Command<?> received() {
        return random.nextBoolean()
                ? new TopUpCommand.Received(aWallet(), aBank(), money(4_000))
                : new CashOutCommand.PaidOut(aWallet(), aBank(), money(900));
    }

    private Command<?> payment(OperationId own) {
        OperationId some = recent(payments, own);
        int amount = 1 + random.nextInt(900);
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> {
                payments.add(own);
                yield new PaymentCommand.Authorise(
                        aWallet(), aMerchant(), Money.yen(amount), 1_000 + random.nextInt(90_000));
            }
            case 3, 4 -> {
                payments.add(own);
                int fee = random.nextInt(3) == 0 ? amount : random.nextInt(amount + 1);
                yield new PaymentCommand.Pay(aWallet(), aMerchant(), Money.yen(amount), fee);
            }
            case 5, 6 -> new PaymentCommand.Capture(some, random.nextLong(3) * random.nextInt(400), random.nextInt(20));
            case 7 -> new PaymentCommand.Void(some);
            default -> new PaymentCommand.Refund(some, 1 + random.nextInt(300), 0);
        };
    }

    private Command<?> ledger(OperationId own) {
        return switch (random.nextInt(7)) {
            case 0, 1 -> {
                bookings.add(own);
                OperationId reverses = random.nextInt(3) == 0 ? recent(bookings, own) : OperationId.NONE;
                yield new LedgerCommand.Book(lines(), false, reverses);
            }
            case 2 -> new LedgerCommand.Book(lines().subList(0, 2), random.nextBoolean(), OperationId.NONE);
            case 3, 4 -> {
                holds.add(own);
                yield new LedgerCommand.Hold(lines(), random.nextLong(2) * (1 + random.nextInt(60_000)));
            }
            case 5 -> new LedgerCommand.PostHold(recent(holds, own), random.nextInt(3) == 0 ? 1 : 0);
            default -> new LedgerCommand.VoidHold(recent(holds, own));
        };
    }

    /** Two lines in one currency, often two more in another. */
    private List<Line> lines() {
        long amount = random.nextLong(1, 300);
        var lines = new ArrayList<Line>();
        AccountKey from = random.nextInt(3) == 0
                ? house(AccountKind.COMPENSATION, Currency.JPY)
                : AccountKey.bank(BookId.FIRST, AccountKind.SETTLEMENT, aBank(), Currency.JPY);
        lines.add(new Line(from, Side.DEBIT, amount));
        lines.add(new Line(AccountKey.wallet(BookId.FIRST, aWallet(), Currency.JPY), Side.CREDIT, amount));
        if (random.nextBoolean()) {
            lines.add(new Line(house(AccountKind.POSITION, XTS), Side.DEBIT, 2 * amount));
            lines.add(new Line(AccountKey.wallet(BookId.FIRST, aWallet(), XTS), Side.CREDIT, 2 * amount));
        }
        return lines;
    }

    private static AccountKey house(AccountKind kind, Currency currency) {
        return AccountKey.house(BookId.FIRST, kind, currency);
    }

    private Money money(int most) {
        return new Money(1 + random.nextInt(most), currency());
    }

    private Currency currency() {
        return random.nextInt(4) == 0 ? XTS : Currency.JPY;
    }

    private FreezeScope scope() {
        return FreezeScope.ofCode(1 + random.nextInt(3));
    }

    private WalletId aWallet() {
        return new WalletId(1 + random.nextInt(WALLETS));
    }

    private MerchantId aMerchant() {
        return new MerchantId(1 + random.nextInt(MERCHANTS));
    }

    private BankId aBank() {
        return new BankId(1 + random.nextInt(BANKS));
    }

    /** A link's wallet follows from its name, so that it need not be remembered. */
    private static WalletId walletOf(OperationId link) {
        return new WalletId(1 + Math.floorMod(link.low(), WALLETS));
    }

    private OperationId recent(List<OperationId> all, OperationId otherwise) {
        return all.isEmpty() ? otherwise : all.get(Math.max(0, all.size() - 1 - random.nextInt(RECENT)));
    }
}
