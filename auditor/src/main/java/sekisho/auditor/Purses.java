package sekisho.auditor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.LotRow;
import sekisho.protocol.StateRecord.WeakUntilRow;
import sekisho.protocol.WalletId;

/** Section 8, "Age of money". */
final class Purses {

    private static final int MOST = 16;

    private final State state;
    private final FoundedTables tables;

    Purses(State state) {
        this.state = state;
        tables = state.founded;
    }

    private static FoundedTables.Purse purse(AccountKey wallet) {
        return new FoundedTables.Purse(wallet.book(), new WalletId(wallet.owner()), wallet.currency());
    }

    /** What is young still, or disputed, the oldest first. */
    private List<LotRow> young(FoundedTables.Purse purse) {
        List<LotRow> young = new ArrayList<>(tables.lots.getOr(purse, List.of()));
        young.removeIf(lot -> lot.until() <= state.now.get() && !disputed(lot));
        return young;
    }

    private boolean disputed(LotRow lot) {
        return tables.disputed(lot, state.now.get());
    }

    private static LotRow of(LotRow lot, long amount) {
        return new LotRow(lot.book(), lot.wallet(), lot.currency(), 0, amount, lot.until(), lot.weak(), lot.origin());
    }

    /** Money that comes in. */
    void add(LotRow lot) {
        if (lot.amount() == 0 || lot.until() <= state.now.get()) {
            return;
        }
        FoundedTables.Purse purse = new FoundedTables.Purse(lot.book(), lot.wallet(), lot.currency());
        List<LotRow> lots = young(purse);
        lots.add(lot);
        tables.lots.put(purse, List.copyOf(lots.size() > MOST ? fewer(lots) : lots));
        WeakUntilRow known = tables.weakUntil.find(purse);
        if (lot.weak() && (known == null || lot.until() > known.until())) {
            tables.weakUntil.put(
                    purse, new WeakUntilRow(lot.book(), lot.wallet(), lot.currency(), lot.until(), lot.origin()));
        }
    }

    /** The first two of the same kind become one, or the two oldest. */
    private static List<LotRow> fewer(List<LotRow> lots) {
        int a = 0;
        int b = 1;
        for (int end = lots.size(), first = end - 1; first >= 0; first--) {
            for (int later = end - 1; later > first; later--) {
                boolean alike = lots.get(first).weak() == lots.get(later).weak()
                        && lots.get(first).origin().equals(lots.get(later).origin());
                a = alike ? first : a;
                b = alike ? later : b;
            }
        }
        LotRow one = lots.get(a);
        LotRow other = lots.get(b);
        List<LotRow> fewer = new ArrayList<>(lots);
        fewer.set(
                a,
                new LotRow(
                        one.book(),
                        one.wallet(),
                        one.currency(),
                        0,
                        one.amount() + other.amount(),
                        Math.max(one.until(), other.until()),
                        one.weak() || other.weak(),
                        one.amount() >= other.amount() ? one.origin() : other.origin()));
        fewer.remove(b);
        return fewer;
    }

    /** Money comes back to a wallet that it was spent from. */
    void refunded(AccountKey wallet, long amount) {
        WeakUntilRow weak = tables.weakUntil.find(purse(wallet));
        if (weak != null) {
            add(new LotRow(weak.book(), weak.wallet(), weak.currency(), 0, amount, weak.until(), true, weak.origin()));
        }
    }

    private static long sum(List<LotRow> lots) {
        return lots.stream().mapToLong(LotRow::amount).sum();
    }

    /** What may not be spent at all: its origin is locked. */
    @Nullable
    Refused held(AccountKey wallet, long room, long amount) {
        List<LotRow> lots = young(purse(wallet));
        lots.removeIf(lot -> !disputed(lot));
        return beyond(wallet, room - sum(lots), amount, Refusal.MONEY_DISPUTED);
    }

    /** What young money from weak links may not do. */
    @Nullable
    Refused tooYoung(AccountKey wallet, long room, long amount) {
        List<LotRow> lots = young(purse(wallet));
        lots.removeIf(lot -> !lot.weak() && !disputed(lot));
        return Check.first(
                () -> held(wallet, room, amount), () -> beyond(wallet, room - sum(lots), amount, Refusal.YOUNG_MONEY));
    }

    private @Nullable Refused beyond(AccountKey wallet, long room, long amount, Refusal reason) {
        long free = Math.max(0, room);
        return Check.when(tables.lots.has(purse(wallet)) && amount > free, reason, free);
    }

    boolean sellsOn(AccountKey merchant) {
        return merchant.kind() == AccountKind.MERCHANT
                && tables.resales.has(List.of(merchant.book(), new MerchantId(merchant.owner())));
    }

    /** What is needed beyond money that is not young is taken from what is not weak; it is young at the payee's too. */
    void flow(AccountKey from, long room, long amount, @Nullable AccountKey to) {
        FoundedTables.Purse purse = purse(from);
        List<LotRow> lots = young(purse);
        long missing = amount - Math.max(0, Math.max(0, room) - sum(lots));
        if (missing <= 0 || !tables.lots.has(purse)) {
            return;
        }
        List<LotRow> left = new ArrayList<>();
        List<LotRow> gone = new ArrayList<>();
        for (LotRow lot : lots) {
            long part = lot.weak() || disputed(lot) ? 0 : Math.clamp(missing, 0, lot.amount());
            missing -= part;
            if (part > 0) {
                gone.add(of(lot, part));
            }
            if (part < lot.amount()) {
                left.add(of(lot, lot.amount() - part));
            }
        }
        tables.lots.put(purse, List.copyOf(left));
        if (to != null) {
            FoundedTables.Purse payee = purse(to);
            gone.forEach(lot -> add(new LotRow(
                    payee.book(),
                    payee.wallet(),
                    payee.currency(),
                    0,
                    lot.amount(),
                    lot.until(),
                    false,
                    lot.origin())));
        }
    }

    /** A wallet has no more young money than money: the oldest went first, and what is held because of its origin last. */
    void spent(AccountKey wallet, long balance) {
        FoundedTables.Purse purse = purse(wallet);
        if (!tables.lots.has(purse)) {
            return;
        }
        List<LotRow> lots = young(purse);
        long free = sum(lots.stream().filter(lot -> !disputed(lot)).toList());
        long surplus = Math.max(0, sum(lots) - Math.max(0, balance));
        long fromFree = Math.min(free, surplus);
        long fromHeld = surplus - fromFree;
        List<LotRow> left = new ArrayList<>();
        for (LotRow lot : lots) {
            boolean held = disputed(lot);
            long gone = Math.min(lot.amount(), held ? fromHeld : fromFree);
            fromHeld -= held ? gone : 0;
            fromFree -= held ? 0 : gone;
            if (gone < lot.amount()) {
                left.add(of(lot, lot.amount() - gone));
            }
        }
        tables.lots.put(purse, List.copyOf(left));
    }
}
