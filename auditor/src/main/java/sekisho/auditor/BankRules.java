package sekisho.auditor;

import java.util.ArrayList;
import java.util.List;
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
            case BankCommand.Suspend suspend -> suspend(book, suspend);
            case BankCommand.Reopen reopen -> reopen(book, reopen);
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

    private Outcome suspend(BookId book, BankCommand.Suspend suspend) {
        Refused refused = banks.unknown(book, suspend.bank());
        if (refused != null) {
            return refused;
        }
        banks.setOpen(book, suspend.bank(), suspend.operation(), false);
        state.emit(new Event.BankChanged(suspend.bank(), suspend.operation(), false, suspend.reason()));
        return new BankOutcome.Suspended(withdrawals.begin(book, suspend.bank(), suspend.operation()));
    }

    private Outcome reopen(BookId book, BankCommand.Reopen reopen) {
        Refused refused = banks.unknown(book, reopen.bank());
        if (refused != null) {
            return refused;
        }
        banks.setOpen(book, reopen.bank(), reopen.operation(), true);
        state.emit(new Event.BankChanged(reopen.bank(), reopen.operation(), true, reopen.reason()));
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
