package sekisho.core.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sekisho.core.ledger.Books;
import sekisho.core.ledger.Holders;
import sekisho.core.memory.FlatTable;
import sekisho.core.memory.Memory;
import sekisho.core.time.Clock;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.Origin;
import sekisho.protocol.StateRecord;
import sekisho.protocol.StateRecord.LotRow;
import sekisho.protocol.StateRecord.WeakUntilRow;
import sekisho.protocol.WalletId;

/**
 * Young money: lots that their rail can still pull back, oldest first, at most {@value #MOST} a wallet and currency; two become
 * one when there are more: the first that has another of its kind, or else the two oldest. Money from an account that its holder
 * has locked stays young while it is disputed. A holder has a mark if it has lots.
 */
public final class Lots {

    /** Most lots of a wallet in a currency. */
    public static final int MOST = 16;

    private final FlatTable<LotRow> lots;
    private final FlatTable<WeakUntilRow> weakUntil;
    private final Holders holders;
    private final Clock clock;
    private final Locks locks;

    public Lots(Memory memory, Holders holders, Clock clock, Locks locks) {
        this.holders = holders;
        this.clock = clock;
        this.locks = locks;
        lots = new FlatTable<>(memory, LotRow.class, 4, 0);
        weakUntil = new FlatTable<>(memory, WeakUntilRow.class, 3, 0);
    }

    /** Which lots are summed. */
    public enum Which {
        /** All that are young. */
        YOUNG,
        /** Those from accounts that their holders have locked. */
        DISPUTED,
        /** Those, and those that came through weak links. */
        DISPUTED_OR_WEAK
    }

    /** How much of a wallet's money is in such lots. */
    public long sum(int holder, Currency currency, Which which) {
        long sum = 0;
        if (holders.young(holder)) {
            for (LotRow lot : current(holder, currency)) {
                boolean counts = switch (which) {
                    case YOUNG -> true;
                    case DISPUTED -> disputed(lot);
                    case DISPUTED_OR_WEAK -> lot.weak() || disputed(lot);
                };
                sum += counts ? lot.amount() : 0;
            }
        }
        return sum;
    }

    private boolean disputed(LotRow lot) {
        return locks.disputes(lot.book().value(), lot.origin(), lot.until());
    }

    /** The lots of a wallet that are young still, or disputed, oldest first. */
    public List<Young> young(int holder, Currency currency) {
        return current(holder, currency).stream()
                .map(lot -> new Young(lot.amount(), lot.until(), lot.weak(), lot.origin()))
                .toList();
    }

    /** Whether a lot came from an account that its holder has locked. */
    public boolean disputed(BookId book, Young lot) {
        return locks.disputes(book.value(), lot.origin(), lot.until());
    }

    /** Money comes in that is young until then. */
    public void add(int holder, Currency currency, Young money) {
        if (money.until() <= clock.now() || money.amount() == 0) {
            return;
        }
        List<LotRow> all = current(holder, currency);
        all.add(row(holder, currency, money));
        if (all.size() > MOST) {
            mergeTwo(all);
        }
        write(holder, currency, all);
        if (money.weak()) {
            weak(holder, currency, money);
        }
    }

    private void weak(int holder, Currency currency, Young money) {
        WeakUntilRow known = weakUntil(holder, currency);
        if (known == null || known.until() < money.until()) {
            weakUntil.put(new WeakUntilRow(
                    Books.of(holders.book(holder)),
                    new WalletId(holders.owner(holder)),
                    currency,
                    money.until(),
                    money.origin()));
        }
    }

    /** The first lot that has a later one of the same origin and strength takes it in; else the oldest the second. */
    private static void mergeTwo(List<LotRow> all) {
        for (int first = 0; first < all.size(); first++) {
            for (int later = first + 1; later < all.size(); later++) {
                LotRow one = all.get(first);
                LotRow other = all.get(later);
                if (one.weak() == other.weak() && one.origin().equals(other.origin())) {
                    all.remove(later);
                    all.set(first, merged(one, other));
                    return;
                }
            }
        }
        LotRow oldest = all.removeFirst();
        all.set(0, merged(oldest, all.getFirst()));
    }

    /** Two lots as one: the later end, the weaker, and the origin of the larger. */
    private static LotRow merged(LotRow one, LotRow other) {
        return new LotRow(
                one.book(),
                one.wallet(),
                one.currency(),
                0,
                one.amount() + other.amount(),
                Math.max(one.until(), other.until()),
                one.weak() || other.weak(),
                other.amount() > one.amount() ? other.origin() : one.origin());
    }

    /** Money comes back that was spent: it is young as long as any that it may have been. */
    public void refunded(int holder, Currency currency, long amount) {
        WeakUntilRow row = weakUntil.count() == 0 ? null : weakUntil(holder, currency);
        if (row != null) {
            add(holder, currency, new Young(amount, row.until(), true, row.origin()));
        }
    }

    private @Nullable WeakUntilRow weakUntil(int holder, Currency currency) {
        return weakUntil.get(holders.book(holder), holders.owner(holder), currency.packed());
    }

    /** Takes so much young money that is neither weak nor disputed, oldest first. */
    public List<Young> takeStrong(int holder, Currency currency, long amount) {
        List<Young> taken = new ArrayList<>();
        List<LotRow> left = new ArrayList<>();
        long missing = amount;
        for (LotRow lot : current(holder, currency)) {
            long part = lot.weak() || disputed(lot) ? 0 : Math.min(missing, lot.amount());
            missing -= part;
            if (part > 0) {
                taken.add(new Young(part, lot.until(), false, lot.origin()));
            }
            if (part < lot.amount()) {
                left.add(less(lot, part));
            }
        }
        write(holder, currency, left);
        return taken;
    }

    /** No more can be young than is there: the oldest went first, and what is disputed last. */
    public void trim(int holder, Currency currency, long balance) {
        List<LotRow> all = current(holder, currency);
        long surplus = -Math.max(0, balance);
        for (LotRow lot : all) {
            surplus += lot.amount();
        }
        surplus = cut(all, surplus, false);
        cut(all, surplus, true);
        all.removeIf(lot -> lot.amount() == 0);
        write(holder, currency, all);
    }

    /** Cuts the oldest of some lots, and says what is left to cut. */
    private long cut(List<LotRow> all, long surplus, boolean disputed) {
        long left = surplus;
        for (int i = 0; i < all.size(); i++) {
            LotRow lot = all.get(i);
            long gone = disputed(lot) == disputed ? Math.clamp(left, 0, lot.amount()) : 0;
            left -= gone;
            all.set(i, less(lot, gone));
        }
        return left;
    }

    private static LotRow less(LotRow lot, long gone) {
        return new LotRow(
                lot.book(),
                lot.wallet(),
                lot.currency(),
                lot.place(),
                lot.amount() - gone,
                lot.until(),
                lot.weak(),
                lot.origin());
    }

    /** An amount, until when it is young (ms), whether it came through a weak link, and from where. */
    public record Young(long amount, long until, boolean weak, Origin origin) {}

    public void restore(LotRow row) {
        lots.put(row);
        holders.setYoung(holder(row), true);
    }

    public void restore(WeakUntilRow row) {
        weakUntil.put(row);
    }

    /** Lots that are young still, their places counted anew. */
    public void export(Consumer<StateRecord> to) {
        lots.forEach(first -> {
            if (first.place() == 0) {
                List<LotRow> all = current(holder(first), first.currency());
                for (int place = 0; place < all.size(); place++) {
                    to.accept(placed(all.get(place), place));
                }
            }
        });
        weakUntil.forEach(row -> {
            if (row.until() > clock.now()) {
                to.accept(row);
            }
        });
    }

    private int holder(LotRow lot) {
        return holders.find(lot.book(), AccountKind.WALLET, lot.wallet().value());
    }

    /** The lots that are young still, or disputed. */
    private List<LotRow> current(int holder, Currency currency) {
        List<LotRow> found = new ArrayList<>();
        for (int place = 0; place < MOST; place++) {
            LotRow lot = lots.get(holders.book(holder), holders.owner(holder), currency.packed(), place);
            if (lot == null) {
                break;
            }
            if (lot.until() > clock.now() || disputed(lot)) {
                found.add(lot);
            }
        }
        return found;
    }

    private void write(int holder, Currency currency, List<LotRow> all) {
        for (int place = 0; place < MOST; place++) {
            int row = lots.find(holders.book(holder), holders.owner(holder), currency.packed(), place);
            if (place < all.size()) {
                lots.put(placed(all.get(place), place));
            } else if (row != 0) {
                lots.remove(row);
            }
        }
        if (!all.isEmpty()) {
            holders.setYoung(holder, true);
        }
    }

    private LotRow row(int holder, Currency currency, Young money) {
        return new LotRow(
                Books.of(holders.book(holder)),
                new WalletId(holders.owner(holder)),
                currency,
                0,
                money.amount(),
                money.until(),
                money.weak(),
                money.origin());
    }

    private static LotRow placed(LotRow lot, int place) {
        return new LotRow(
                lot.book(), lot.wallet(), lot.currency(), place, lot.amount(), lot.until(), lot.weak(), lot.origin());
    }
}
