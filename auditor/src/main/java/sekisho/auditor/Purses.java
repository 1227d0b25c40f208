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

    /** What is young still, the oldest first. */
    private List<LotRow> young(FoundedTables.Purse purse) {
        List<LotRow> young = new ArrayList<>(tables.lots.getOr(purse, List.of()));
        young.removeIf(lot -> lot.until() <= state.now.get());
        return young;
    }

    private static LotRow lot(FoundedTables.Purse purse, long amount, long until, boolean weak) {
        return new LotRow(purse.book(), purse.wallet(), purse.currency(), 0, amount, until, weak);
    }

    void add(FoundedTables.Purse purse, long amount, long until, boolean weak) {
        if (amount == 0 || until <= state.now.get()) {
            return;
        }
        List<LotRow> lots = young(purse);
        lots.add(lot(purse, amount, until, weak));
        if (lots.size() > MOST) {
            LotRow a = lots.get(0);
            LotRow b = lots.get(1);
            lots.subList(0, 2).clear();
            lots.add(0, lot(purse, a.amount() + b.amount(), Math.max(a.until(), b.until()), a.weak() || b.weak()));
        }
        tables.lots.put(purse, List.copyOf(lots));
        if (weak) {
            tables.weakUntil.put(purse, Math.max(until, tables.weakUntil.getOr(purse, 0L)));
        }
    }

    /** Money comes back to a wallet that it was spent from. */
    void refunded(AccountKey wallet, long amount) {
        FoundedTables.Purse purse = purse(wallet);
        add(purse, amount, tables.weakUntil.getOr(purse, 0L), true);
    }

    private static long sum(List<LotRow> lots, boolean weakOnly) {
        return lots.stream()
                .filter(lot -> lot.weak() || !weakOnly)
                .mapToLong(LotRow::amount)
                .sum();
    }

    /** What young money from weak links may not do. */
    @Nullable
    Refused tooYoung(AccountKey wallet, long room, long amount) {
        long weak = sum(young(purse(wallet)), true);
        boolean any = tables.lots.has(purse(wallet));
        long free = Math.max(0, Math.max(0, room) - weak);
        return Check.when(any && amount > free, Refusal.YOUNG_MONEY, free);
    }

    boolean sellsOn(AccountKey merchant) {
        return merchant.kind() == AccountKind.MERCHANT
                && tables.resales.has(List.of(merchant.book(), new MerchantId(merchant.owner())));
    }

    /** What is needed beyond money that is not young is taken from what is not weak; it is young at the payee's too. */
    void flow(AccountKey from, long room, long amount, @Nullable AccountKey to) {
        FoundedTables.Purse purse = purse(from);
        List<LotRow> lots = young(purse);
        long missing = amount - Math.max(0, Math.max(0, room) - sum(lots, false));
        if (missing <= 0 || !tables.lots.has(purse)) {
            return;
        }
        List<LotRow> left = new ArrayList<>();
        List<LotRow> gone = new ArrayList<>();
        for (LotRow lot : lots) {
            long part = lot.weak() ? 0 : Math.clamp(missing, 0, lot.amount());
            missing -= part;
            if (part > 0) {
                gone.add(lot(purse, part, lot.until(), false));
            }
            if (part < lot.amount()) {
                left.add(lot(purse, lot.amount() - part, lot.until(), lot.weak()));
            }
        }
        tables.lots.put(purse, List.copyOf(left));
        if (to != null) {
            gone.forEach(lot -> add(purse(to), lot.amount(), lot.until(), false));
        }
    }

    /** A wallet has no more young money than money: the oldest went first. */
    void spent(AccountKey wallet, long balance) {
        FoundedTables.Purse purse = purse(wallet);
        if (!tables.lots.has(purse)) {
            return;
        }
        List<LotRow> lots = young(purse);
        long surplus = sum(lots, false) - Math.max(0, balance);
        List<LotRow> left = new ArrayList<>();
        for (LotRow lot : lots) {
            long gone = Math.clamp(surplus, 0, lot.amount());
            surplus -= gone;
            if (gone < lot.amount()) {
                left.add(lot(purse, lot.amount() - gone, lot.until(), lot.weak()));
            }
        }
        tables.lots.put(purse, List.copyOf(left));
    }
}
