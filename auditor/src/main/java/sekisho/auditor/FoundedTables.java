package sekisho.auditor;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.LockStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.StateRecord;
import sekisho.protocol.StateRecord.AuthenticatorRow;
import sekisho.protocol.StateRecord.BankAccountRow;
import sekisho.protocol.StateRecord.BankKeyRow;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.CheckedTopUpRow;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.StateRecord.EvidenceRow;
import sekisho.protocol.StateRecord.FloorRow;
import sekisho.protocol.StateRecord.FoundingRow;
import sekisho.protocol.StateRecord.IdentityRow;
import sekisho.protocol.StateRecord.IssuerRow;
import sekisho.protocol.StateRecord.LockRow;
import sekisho.protocol.StateRecord.LotRow;
import sekisho.protocol.StateRecord.ResaleRow;
import sekisho.protocol.StateRecord.ReviewRow;
import sekisho.protocol.StateRecord.RuleRow;
import sekisho.protocol.StateRecord.RungRow;
import sekisho.protocol.StateRecord.StaffRow;
import sekisho.protocol.StateRecord.StopRow;
import sekisho.protocol.StateRecord.TierForRow;
import sekisho.protocol.StateRecord.UsedRow;
import sekisho.protocol.StateRecord.VisitRow;
import sekisho.protocol.StateRecord.WeakUntilRow;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;
import sekisho.protocol.WindowKind;

/** What is remembered of founded books. A key is the list of what names a row. */
final class FoundedTables {

    private static final long SLOT = 900_000;
    private static final long THIRTY_DAYS = 2_592_000_000L;

    /** What one window sums. */
    record Window(BookId book, WindowKind kind, Currency currency, Token by) {}

    /** Whose young money in which currency. */
    record Purse(BookId book, WalletId wallet, Currency currency) {}

    final Rows<BookId, FoundingRow> foundings;
    final Rows<List<Object>, StaffRow> staff;
    final Rows<List<Object>, IssuerRow> issuers;
    final Rows<List<Object>, BankKeyRow> bankKeys;
    final Rows<List<Object>, RuleRow> rules;
    final Rows<List<Object>, TierForRow> tiers;
    final Rows<List<Object>, FloorRow> floors;
    final Rows<List<Object>, RungRow> rungs;
    final Rows<Keys.Bank, DescriptionRow> descriptions;
    final Rows<List<Object>, StopRow> stops;
    final Rows<List<Object>, ResaleRow> resales;
    /** By book and person: the person's wallets in the order in which they were bound. */
    final Rows<List<Object>, List<WalletId>> persons;

    final Rows<List<Object>, IdentityRow> identities;
    final Rows<List<Object>, EvidenceRow> evidence;
    /** By book and wallet. */
    final Rows<List<Object>, List<AuthenticatorRow>> authenticators;

    final Rows<List<Object>, UsedRow> used;
    final Rows<List<Object>, BankAccountRow> accounts;
    final Rows<Keys.Started, CheckedLinkRow> links;
    final Rows<Keys.Bank, List<OperationId>> linksOf;
    final Rows<Keys.Bank, ReviewRow> reviews;
    final Rows<Keys.Started, CheckedTopUpRow> topUps;
    final Rows<Window, SortedMap<Integer, Long>> windows;
    final Rows<Purse, List<LotRow>> lots;
    final Rows<Purse, WeakUntilRow> weakUntil;
    final Rows<Keys.Started, VisitRow> visits;
    final Rows<LockRules.Account, LockRow> locks;
    /** Banks of a book in the order in which they were registered. */
    final Rows<BookId, List<BankId>> banksOf;

    FoundedTables(Undo undo) {
        foundings = new Rows<>(undo);
        staff = new Rows<>(undo);
        issuers = new Rows<>(undo);
        bankKeys = new Rows<>(undo);
        rules = new Rows<>(undo);
        tiers = new Rows<>(undo);
        floors = new Rows<>(undo);
        rungs = new Rows<>(undo);
        descriptions = new Rows<>(undo);
        stops = new Rows<>(undo);
        resales = new Rows<>(undo);
        persons = new Rows<>(undo);
        identities = new Rows<>(undo);
        evidence = new Rows<>(undo);
        authenticators = new Rows<>(undo);
        used = new Rows<>(undo);
        accounts = new Rows<>(undo);
        links = new Rows<>(undo);
        linksOf = new Rows<>(undo);
        reviews = new Rows<>(undo);
        topUps = new Rows<>(undo);
        windows = new Rows<>(undo);
        lots = new Rows<>(undo);
        weakUntil = new Rows<>(undo);
        visits = new Rows<>(undo);
        locks = new Rows<>(undo);
        banksOf = new Rows<>(undo);
    }

    boolean founded(BookId book) {
        return foundings.has(book);
    }

    /** The lock that holds an account at a time, or null. */
    @Nullable
    LockRow holding(LockRules.Account account, long now) {
        LockRow row = locks.find(account);
        boolean holds = row != null && row.status() != LockStatus.OPEN && (row.until() == 0 || now < row.until());
        return holds ? row : null;
    }

    /** Whether money is held because its origin is locked, and was young when that began. */
    boolean disputed(LotRow lot, long now) {
        if (lot.origin().bank() == 0) {
            return false;
        }
        var account = new LockRules.Account(
                lot.book(), new BankId(lot.origin().bank()), lot.origin().account());
        LockRow lock = holding(account, now);
        return lock != null && lock.freezes() && lock.since() < lot.until();
    }

    /** All rows that still mean something at a time. */
    void forEach(long now, Consumer<StateRecord> to) {
        foundings.forEach((key, row) -> to.accept(row));
        staff.forEach((key, row) -> to.accept(row));
        issuers.forEach((key, row) -> to.accept(row));
        bankKeys.forEach((key, row) -> to.accept(row));
        rules.forEach((key, row) -> to.accept(row));
        tiers.forEach((key, row) -> to.accept(row));
        floors.forEach((key, row) -> to.accept(row));
        rungs.forEach((key, row) -> to.accept(row));
        descriptions.forEach((key, row) -> to.accept(row));
        stops.forEach((key, row) -> to.accept(row));
        resales.forEach((key, row) -> to.accept(row));
        persons.forEach((key, wallets) -> {
            for (int place = 0; place < wallets.size(); place++) {
                to.accept(
                        new StateRecord.PersonRow((BookId) key.get(0), (Token) key.get(1), place, wallets.get(place)));
            }
        });
        identities.forEach((key, row) -> to.accept(row));
        evidence.forEach((key, row) -> to.accept(row));
        authenticators.forEach((key, rows) -> rows.forEach(to));
        used.forEach((key, row) -> to.accept(row));
        accounts.forEach((key, row) -> to.accept(row));
        links.forEach((key, row) -> to.accept(row));
        reviews.forEach((key, row) -> to.accept(row));
        topUps.forEach((key, row) -> to.accept(row));
        windows.forEach((window, slots) -> slots.forEach((slot, amount) -> {
            if (amount != 0 && (slot + 1L) * SLOT > now - THIRTY_DAYS) {
                to.accept(new StateRecord.WindowRow(
                        window.book(), window.kind(), window.currency(), window.by(), slot, amount));
            }
        }));
        lots.forEach((purse, all) -> {
            int place = 0;
            for (LotRow lot : all) {
                if (lot.until() > now || disputed(lot, now)) {
                    to.accept(new LotRow(
                            lot.book(),
                            lot.wallet(),
                            lot.currency(),
                            place++,
                            lot.amount(),
                            lot.until(),
                            lot.weak(),
                            lot.origin()));
                }
            }
        });
        weakUntil.forEach((purse, row) -> {
            if (row.until() > now) {
                to.accept(row);
            }
        });
        visits.forEach((key, row) -> to.accept(row));
        locks.forEach((key, row) -> to.accept(row));
    }
}
