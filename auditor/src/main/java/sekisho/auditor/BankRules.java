package sekisho.auditor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BankOutcome;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Event;
import sekisho.protocol.Line;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;

/** Section 6, "Links and banks": banks. */
final class BankRules {

    private final State state;
    private final Accounts accounts;
    private final Holders holders;
    private final Banks banks;
    private final Withdrawals withdrawals;

    BankRules(State state, Accounts accounts, Holders holders, Banks banks, Withdrawals withdrawals) {
        this.state = state;
        this.accounts = accounts;
        this.holders = holders;
        this.banks = banks;
        this.withdrawals = withdrawals;
    }

    Outcome decide(BookId book, BankCommand command) {
        return switch (command) {
            case BankCommand.Register register -> register(book, register.bank());
            case BankCommand.Suspend s -> suspend(book, s.bank(), List.of(s.operation()), s.reason());
            case BankCommand.Reopen r -> reopen(book, r.bank(), List.of(r.operation()), r.reason());
            case BankCommand.SuspendAll s -> suspend(book, s.bank(), operations(s.operations()), s.reason());
            case BankCommand.ReopenAll r -> reopen(book, r.bank(), operations(r.operations()), r.reason());
            case BankCommand.Sweep sweep -> sweep(book, sweep);
            case BankCommand.SweepArrived arrived -> arrived(book, arrived);
        };
    }

    private Outcome register(BookId book, BankId bank) {
        if (banks.has(book, bank)) {
            return new Refused(Refusal.BANK_EXISTS);
        }
        banks.register(book, bank);
        List<BankId> all = new ArrayList<>(state.founded.banksOf.getOr(book, List.of()));
        all.add(bank);
        state.founded.banksOf.put(book, List.copyOf(all));
        for (BankOperation operation : BankOperation.values()) {
            state.emit(new Event.BankChanged(bank, operation, true, 0));
        }
        return new BankOutcome.Registered();
    }

    private static List<BankOperation> operations(int bits) {
        return Stream.of(BankOperation.values())
                .filter(operation -> (bits >> operation.code()) % 2 == 1)
                .toList();
    }

    private Outcome suspend(BookId book, BankId bank, List<BankOperation> operations, int reason) {
        Refused refused = banks.unknown(book, bank);
        if (refused != null) {
            return refused;
        }
        long unclaimed = 0;
        for (BankOperation operation : operations) {
            banks.setOpen(book, bank, operation, false);
            state.emit(new Event.BankChanged(bank, operation, false, reason));
            unclaimed += withdrawals.begin(book, bank, operation);
        }
        return new BankOutcome.Suspended(unclaimed);
    }

    private Outcome reopen(BookId book, BankId bank, List<BankOperation> operations, int reason) {
        Refused refused = banks.unknown(book, bank);
        if (refused != null) {
            return refused;
        }
        for (BankOperation operation : operations) {
            banks.setOpen(book, bank, operation, true);
            state.emit(new Event.BankChanged(bank, operation, true, reason));
        }
        return new BankOutcome.Reopened();
    }

    private Outcome sweep(BookId book, BankCommand.Sweep sweep) {
        Currency currency = sweep.amount().currency();
        long amount = sweep.amount().minorUnits();
        AccountKey transit = AccountKey.bank(book, AccountKind.IN_TRANSIT, sweep.from(), currency);
        AccountKey settlement = AccountKey.bank(book, AccountKind.SETTLEMENT, sweep.from(), currency);
        List<Line> lines =
                new Lines().debit(transit, amount).credit(settlement, amount).all();
        Refused refused = Check.first(
                () -> notBetween(book, currency, sweep.from(), sweep.to()),
                () -> accounts.tooLow(settlement, amount),
                () -> accounts.overflow(lines));
        if (refused != null) {
            return refused;
        }
        accounts.apply(EntryKind.POSTED, lines);
        return new BankOutcome.Swept(sweep.amount(), accounts.balance(transit));
    }

    private Outcome arrived(BookId book, BankCommand.SweepArrived arrived) {
        Currency currency = arrived.amount().currency();
        long amount = arrived.amount().minorUnits();
        AccountKey transit = AccountKey.bank(book, AccountKind.IN_TRANSIT, arrived.from(), currency);
        AccountKey settlement = AccountKey.bank(book, AccountKind.SETTLEMENT, arrived.to(), currency);
        List<Line> lines =
                new Lines().debit(settlement, amount).credit(transit, amount).all();
        Refused refused = Check.first(
                () -> notBetween(book, currency, arrived.from(), arrived.to()),
                () -> Check.when(
                        accounts.balance(transit) < amount,
                        Refusal.MORE_THAN_IN_TRANSIT,
                        Math.max(0, accounts.balance(transit))),
                () -> accounts.overflow(lines));
        if (refused != null) {
            return refused;
        }
        accounts.apply(EntryKind.POSTED, lines);
        return new BankOutcome.Arrived(arrived.amount(), accounts.balance(transit));
    }

    private @Nullable Refused notBetween(BookId book, Currency currency, BankId from, BankId to) {
        return Check.first(
                () -> holders.currency(currency),
                () -> banks.unknown(book, from),
                () -> banks.unknown(book, to),
                () -> Check.when(from.equals(to), Refusal.SAME_BANK));
    }
}
