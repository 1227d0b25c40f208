package sekisho.core.state;

import java.util.function.Consumer;
import sekisho.core.banks.Banks;
import sekisho.core.ledger.Books;
import sekisho.core.ledger.Currencies;
import sekisho.core.ledger.Reversals;
import sekisho.core.limits.Tiers;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Limit;
import sekisho.protocol.Operation;
import sekisho.protocol.StateRecord;
import sekisho.protocol.TierId;

/** Records of what there is little of: currencies, tiers, banks, reversals. */
final class SmallTables {

    private final State state;

    SmallTables(State state) {
        this.state = state;
    }

    void export(Consumer<StateRecord> to) {
        currencies(to);
        tiers(to);
        banks(to);
        reversals(to);
    }

    private void currencies(Consumer<StateRecord> to) {
        Currencies currencies = state.currencies();
        for (int row = 1; row <= currencies.highest(); row++) {
            to.accept(new StateRecord.CurrencyRow(
                    currencies.currency(row), currencies.exponent(row), currencies.test(currencies.currency(row))));
        }
    }

    private void tiers(Consumer<StateRecord> to) {
        Tiers tiers = state.tiers();
        for (int row = 1; row <= tiers.highest(); row++) {
            for (Operation operation : Operation.values()) {
                if (tiers.hasLimit(row, operation)) {
                    to.accept(new StateRecord.LimitRow(
                            Books.of(tiers.book(row)),
                            new TierId(tiers.tier(row)),
                            tiers.currency(row),
                            operation,
                            limit(row, operation)));
                }
            }
            if (tiers.hasCap(row)) {
                to.accept(new StateRecord.CapRow(
                        Books.of(tiers.book(row)), new TierId(tiers.tier(row)), tiers.currency(row), tiers.cap(row)));
            }
        }
    }

    private Limit limit(int row, Operation operation) {
        Tiers tiers = state.tiers();
        return new Limit(
                tiers.perOperation(row, operation),
                tiers.in24Hours(row, operation),
                tiers.in30Days(row, operation),
                tiers.inDay(row, operation),
                tiers.inMonth(row, operation));
    }

    private void banks(Consumer<StateRecord> to) {
        Banks banks = state.banks();
        for (int row = 1; row <= banks.highest(); row++) {
            to.accept(new StateRecord.BankRow(
                    banks.book(row),
                    banks.bank(row),
                    banks.isOpen(row, BankOperation.LINKS),
                    banks.isOpen(row, BankOperation.TOP_UPS),
                    banks.isOpen(row, BankOperation.CASH_OUTS),
                    banks.withdrawnThrough(row, BankOperation.TOP_UPS),
                    banks.withdrawnThrough(row, BankOperation.CASH_OUTS)));
        }
    }

    private void reversals(Consumer<StateRecord> to) {
        Reversals reversals = state.reversals();
        for (int row = 1; row <= reversals.highest(); row++) {
            to.accept(new StateRecord.ReversalRow(reversals.book(row), reversals.operation(row)));
        }
    }
}
