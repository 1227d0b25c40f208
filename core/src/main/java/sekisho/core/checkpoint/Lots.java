package sekisho.core.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sekisho.core.ledger.Books;
import sekisho.core.ledger.Holders;
import sekisho.core.memory.FlatTable;
import sekisho.core.memory.Memory;
import sekisho.core.time.Clock;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Currency;
import sekisho.protocol.StateRecord;
import sekisho.protocol.StateRecord.LotRow;
import sekisho.protocol.StateRecord.WeakUntilRow;
import sekisho.protocol.WalletId;

/**
 * Young money: lots that their rail can still pull back, oldest first, at most {@value #MOST} a wallet and currency; the two
 * oldest become one when there are more, with the later end and the weaker origin. A holder has a mark if it has lots.
 */
public final class Lots {

    /** Most lots of a wallet in a currency. */
    public static final int MOST = 16;

    private final FlatTable<LotRow> lots;
    private final FlatTable<WeakUntilRow> weakUntil;
    private final Holders holders;
    private final Clock clock;

    public Lots(Memory memory, Holders holders, Clock clock) {
        this.holders = holders;
        this.clock = clock;
        lots = new FlatTable<>(memory, LotRow.class, 4, 0);
        weakUntil = new FlatTable<>(memory, WeakUntilRow.class, 3, 0);
    }

    /** How much of a wallet's money is young and came through weak links. */
    public long weak(int holder, Currency currency) {
        return sum(holder, currency, true);
    }

    /** How much of a wallet's money is young. */
    public long young(int holder, Currency currency) {
        return sum(holder, currency, false);
    }

    private long sum(int holder, Currency currency, boolean onlyWeak) {
        long sum = 0;
        if (holders.young(holder)) {
            for (LotRow lot : current(holder, currency)) {
                sum += lot.weak() || !onlyWeak ? lot.amount() : 0;
            }
        }
        return sum;
    }

    /** Money comes in that is young until then. */
    public void add(int holder, Currency currency, Young money) {
        if (money.until() <= clock.now() || money.amount() == 0) {
            return;
        }
        List<LotRow> all = current(holder, currency);
        all.add(row(holder, currency, money));
        if (all.size() > MOST) {
            LotRow first = all.removeFirst();
            LotRow second = all.removeFirst();
            all.addFirst(row(
                    holder,
                    currency,
                    new Young(
                            first.amount() + second.amount(),
                            Math.max(first.until(), second.until()),
                            first.weak() || second.weak())));
        }
        write(holder, currency, all);
        if (money.weak()) {
            long known = weakUntil(holder, currency);
            weakUntil.put(new WeakUntilRow(
                    Books.of(holders.book(holder)),
                    new WalletId(holders.owner(holder)),
                    currency,
                    Math.max(known, money.until())));
        }
    }

    /** Money comes back that was spent: it is young as long as any that it may have been. */
    public void refunded(int holder, Currency currency, long amount) {
        if (weakUntil.count() != 0) {
            add(holder, currency, new Young(amount, weakUntil(holder, currency), true));
        }
    }

    private long weakUntil(int holder, Currency currency) {
        WeakUntilRow row = weakUntil.get(holders.book(holder), holders.owner(holder), currency.packed());
        return row == null ? 0 : row.until();
    }

    /** Takes so much young money that is not weak, oldest first. */
    public List<Young> takeStrong(int holder, Currency currency, long amount) {
        List<Young> taken = new ArrayList<>();
        List<LotRow> left = new ArrayList<>();
        long missing = amount;
        for (LotRow lot : current(holder, currency)) {
            long part = lot.weak() ? 0 : Math.min(missing, lot.amount());
            missing -= part;
            if (part > 0) {
                taken.add(new Young(part, lot.until(), false));
            }
            if (part < lot.amount()) {
                left.add(row(holder, currency, new Young(lot.amount() - part, lot.until(), lot.weak())));
            }
        }
        write(holder, currency, left);
        return taken;
    }

    /** No more can be young than is there: the oldest went first. */
    public void trim(int holder, Currency currency, long balance) {
        List<LotRow> all = current(holder, currency);
        long surplus = -Math.max(0, balance);
        for (LotRow lot : all) {
            surplus += lot.amount();
        }
        List<LotRow> left = new ArrayList<>();
        for (LotRow lot : all) {
            long gone = Math.clamp(surplus, 0, lot.amount());
            surplus -= gone;
            if (gone < lot.amount()) {
                left.add(row(holder, currency, new Young(lot.amount() - gone, lot.until(), lot.weak())));
            }
        }
        write(holder, currency, left);
    }

    /** An amount, until when it is young (ms), and whether it came through a weak link. */
    public record Young(long amount, long until, boolean weak) {}

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

    /** The lots that are young still. */
    private List<LotRow> current(int holder, Currency currency) {
        List<LotRow> found = new ArrayList<>();
        for (int place = 0; place < MOST; place++) {
            LotRow lot = lots.get(holders.book(holder), holders.owner(holder), currency.packed(), place);
            if (lot == null) {
                break;
            }
            if (lot.until() > clock.now()) {
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
                money.weak());
    }

    private static LotRow placed(LotRow lot, int place) {
        return new LotRow(lot.book(), lot.wallet(), lot.currency(), place, lot.amount(), lot.until(), lot.weak());
    }
}
