package sekisho.auditor;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.BankRow;

/** The registry of banks and their switches. */
final class Banks {

    private final State state;

    Banks(State state) {
        this.state = state;
    }

    boolean has(BookId book, BankId bank) {
        return state.banks.has(new Keys.Bank(book, bank));
    }

    BankRow get(BookId book, BankId bank) {
        return state.banks.get(new Keys.Bank(book, bank));
    }

    @Nullable
    Refused unknown(BookId book, BankId bank) {
        return Check.when(!has(book, bank), Refusal.BANK_NOT_FOUND);
    }

    boolean open(BookId book, BankId bank, BankOperation operation) {
        BankRow row = get(book, bank);
        return switch (operation) {
            case LINKS -> row.linksOpen();
            case TOP_UPS -> row.topUpsOpen();
            case CASH_OUTS -> row.cashOutsOpen();
        };
    }

    @Nullable
    Refused suspended(BookId book, BankId bank, BankOperation operation) {
        return Check.when(!open(book, bank, operation), Refusal.BANK_SUSPENDED);
    }

    /** Up to which instruction everything unclaimed is withdrawn. */
    long withdrawn(BookId book, BankId bank, BankOperation operation) {
        BankRow row = get(book, bank);
        return switch (operation) {
            case LINKS -> 0;
            case TOP_UPS -> row.withdrawnTopUps();
            case CASH_OUTS -> row.withdrawnCashOuts();
        };
    }

    void register(BookId book, BankId bank) {
        put(new BankRow(book, bank, true, true, true, 0, 0));
    }

    void setOpen(BookId book, BankId bank, BankOperation operation, boolean open) {
        BankRow row = get(book, bank);
        put(new BankRow(
                book,
                bank,
                operation == BankOperation.LINKS ? open : row.linksOpen(),
                operation == BankOperation.TOP_UPS ? open : row.topUpsOpen(),
                operation == BankOperation.CASH_OUTS ? open : row.cashOutsOpen(),
                row.withdrawnTopUps(),
                row.withdrawnCashOuts()));
    }

    void setWithdrawn(BookId book, BankId bank, BankOperation operation, long upTo) {
        BankRow row = get(book, bank);
        put(new BankRow(
                book,
                bank,
                row.linksOpen(),
                row.topUpsOpen(),
                row.cashOutsOpen(),
                operation == BankOperation.TOP_UPS ? upTo : row.withdrawnTopUps(),
                operation == BankOperation.CASH_OUTS ? upTo : row.withdrawnCashOuts()));
    }

    private void put(BankRow row) {
        state.banks.put(new Keys.Bank(row.book(), row.bank()), row);
    }
}
