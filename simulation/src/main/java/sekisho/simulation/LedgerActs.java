package sekisho.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Line;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.Side;
import sekisho.protocol.StateRecord.HoldRow;

/** The operator's own postings and holds. */
final class LedgerActs implements Acts {

    private final World world;
    private final Chance chance;
    private final Recent<OperationId> holds;
    private final Recent<OperationId> bookings;

    LedgerActs(World world) {
        this.world = world;
        this.chance = world.chance;
        holds = new Recent<>(chance, 60);
        bookings = new Recent<>(chance, 25);
    }

    void opened(OperationId hold) {
        holds.add(hold);
    }

    void booked(OperationId booking, OperationId reverses) {
        bookings.add(booking);
        if (!reverses.equals(OperationId.NONE)) {
            bookings.add(reverses);
        }
    }

    @Override
    public Command<?> next(BookId book) {
        return switch (chance.below(12)) {
            case 0, 1, 2 -> fund(book);
            case 3, 4, 5 -> new LedgerCommand.Book(lines(book), chance.onceIn(8), reverses());
            case 6 -> new LedgerCommand.Book(pair(book), true, reverses());
            case 7, 8, 9 -> new LedgerCommand.Hold(chance.onceIn(3) ? lines(book) : pair(book), lifetime());
            case 10 -> new LedgerCommand.VoidHold(hold(book));
            default -> post(book);
        };
    }

    /** Brings money to wallets the right way, with money at a bank behind it; huge amounts in many lines. */
    private Command<?> fund(BookId book) {
        Currency currency = chance.onceIn(2) ? World.HUGE : world.currency();
        boolean huge = currency.equals(World.HUGE);
        long amount = huge ? Money.MAX : chance.magnitude(200_000);
        AccountKey to = huge
                ? hugeAccount(book)
                : account(book, chance.onceIn(4) ? AccountKind.MERCHANT : AccountKind.WALLET, currency);
        AccountKey from = chance.onceIn(4)
                ? AccountKey.house(book, AccountKind.OPENING, currency)
                : AccountKey.bank(book, AccountKind.SETTLEMENT, huge ? World.BANKS.getFirst() : world.bank(), currency);
        List<Line> lines = new ArrayList<>();
        for (int pairs = huge ? LedgerCommand.MAX_LINES / 2 : 1; pairs > 0; pairs--) {
            lines.add(new Line(from, Side.DEBIT, amount));
            lines.add(new Line(to, Side.CREDIT, amount));
        }
        return new LedgerCommand.Book(lines, false, OperationId.NONE);
    }

    private AccountKey hugeAccount(BookId book) {
        long owner = 1L + chance.below(World.HUGE_OWNERS);
        return switch (chance.below(6)) {
            case 0 -> AccountKey.house(book, AccountKind.FEES, World.HUGE);
            case 1 -> new AccountKey(book, AccountKind.MERCHANT, owner, World.HUGE);
            case 2 -> AccountKey.house(book, AccountKind.POSITION, World.HUGE);
            default -> new AccountKey(book, AccountKind.WALLET, owner, World.HUGE);
        };
    }

    private OperationId reverses() {
        if (!chance.onceIn(2) || bookings.isEmpty()) {
            return OperationId.NONE;
        }
        return bookings.any();
    }

    /** A hold of this book that is open, if luck has it. */
    private OperationId hold(BookId book) {
        OperationId hold = chance.onceIn(12) || holds.isEmpty() ? world.unknownOperation() : holds.any();
        for (int tries = 0;
                tries < 8 && !holds.isEmpty() && world.glance.hold(book, hold).isEmpty();
                tries++) {
            hold = holds.any();
        }
        return hold;
    }

    private Command<?> post(BookId book) {
        OperationId hold = hold(book);
        Optional<HoldRow> row = world.glance.hold(book, hold);
        long held = row.map(found -> found.lines().getFirst().amount()).orElse(1L);
        long amount = switch (chance.below(5)) {
            case 0 -> held;
            case 1 -> held + 1;
            case 2 -> Math.max(1, held / 2);
            default -> 0;
        };
        return new LedgerCommand.PostHold(hold, Math.min(amount, Money.MAX));
    }

    private long lifetime() {
        return switch (chance.below(4)) {
            case 0 -> 0;
            case 1 -> chance.between(1L, 120_000);
            case 2 -> LedgerCommand.MAX_HOLD_MILLIS;
            default -> chance.between(60_000L, 864_000_000);
        };
    }

    /** One debit and one credit; nearly always of the same amount. */
    private List<Line> pair(BookId book) {
        Currency currency = world.currency();
        AccountKey debit = anyAccount(book, currency);
        AccountKey credit =
                chance.onceIn(40) ? debit : anyAccount(book, chance.onceIn(40) ? world.currency() : currency);
        AccountKey lowered = debit.kind().customer() ? debit : credit;
        boolean throughBank = debit.kind().ofBank() || credit.kind().ofBank();
        long amount =
                throughBank ? chance.magnitude(50_000) : world.amount(lowered).minorUnits();
        long other = chance.onceIn(30) ? Math.min(Money.MAX, amount + 1) : amount;
        Side first = chance.onceIn(30) ? Side.CREDIT : Side.DEBIT;
        return List.of(new Line(debit, first, amount), new Line(credit, Side.CREDIT, other));
    }

    /** Several legs in one or two currencies, balanced but for bad luck. */
    private List<Line> lines(BookId book) {
        List<Line> lines = new ArrayList<>();
        for (int currencies = chance.onceIn(3) ? 2 : 1; currencies > 0; currencies--) {
            Currency currency = chance.onceIn(2) ? World.TEST : world.currency();
            long left = chance.magnitude(5_000) * 3;
            lines.add(new Line(anyAccount(book, currency), Side.DEBIT, left));
            for (int legs = chance.below(4); legs > 0 && left > 1; legs--) {
                long part = 1 + chance.below(left - 1);
                lines.add(new Line(anyAccount(book, currency), Side.CREDIT, part));
                left -= part;
            }
            lines.add(new Line(anyAccount(book, currency), Side.CREDIT, chance.onceIn(40) ? left + 1 : left));
        }
        if (chance.onceIn(2)) {
            Collections.reverse(lines);
        }
        return lines;
    }

    private AccountKey anyAccount(BookId book, Currency currency) {
        return account(book, chance.onceIn(2) ? AccountKind.WALLET : chance.of(AccountKind.values()), currency);
    }

    private AccountKey account(BookId book, AccountKind kind, Currency currency) {
        BookId of = chance.onceIn(200) ? world.book() : book;
        return switch (kind) {
            case WALLET -> AccountKey.wallet(of, world.wallet(book), currency);
            case MERCHANT -> AccountKey.merchant(of, world.merchant(book), currency);
            case SETTLEMENT, IN_TRANSIT, SUSPENSE ->
                chance.onceIn(60)
                        ? new AccountKey(of, kind, chance.of(10_000L, 4_294_967_297L, Long.MAX_VALUE), currency)
                        : AccountKey.bank(of, kind, world.bank(), currency);
            case FEES, COMPENSATION, POSITION, OPENING ->
                new AccountKey(of, kind, chance.onceIn(60) ? 1 + chance.below(3) : 1, currency);
        };
    }
}
