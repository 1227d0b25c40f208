package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.banks.Banks;
import sekisho.core.ledger.Accounts;
import sekisho.core.state.State;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BankOutcome;
import sekisho.protocol.BookId;
import sekisho.protocol.Event;
import sekisho.protocol.Money;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;

/** Decides the registry of banks, their switches, and money between them. */
final class BankDecisions {

    private final Bench bench;
    private final BankSide bankSide;
    private final Banks banks;
    private final Switches switches;
    private final Accounts accounts;

    BankDecisions(Bench bench, BankSide bankSide, Switches switches) {
        this.switches = switches;
        this.bench = bench;
        this.bankSide = bankSide;
        State state = bench.state();
        banks = state.banks();
        accounts = state.accounts();
    }

    BankOutcome decide(Request request, BankCommand command) {
        return switch (command) {
            case BankCommand.Register register -> register(request.book(), register.bank());
            case BankCommand.Suspend suspend -> suspend(request.book(), suspend);
            case BankCommand.Reopen reopen -> reopen(request.book(), reopen);
            case BankCommand.SuspendAll suspend -> suspendAll(request.book(), suspend);
            case BankCommand.ReopenAll reopen -> reopenAll(request.book(), reopen);
            case BankCommand.Sweep sweep -> sweep(request.book(), sweep);
            case BankCommand.SweepArrived arrived -> arrived(request.book(), arrived);
        };
    }

    private BankOutcome register(BookId book, BankId bank) {
        if (banks.find(book, bank) != 0) {
            return new Refused(Refusal.BANK_EXISTS);
        }

        banks.add(book, bank);
        for (BankOperation operation : BankOperation.values()) {
            bench.events().tell(new Event.BankChanged(bank, operation, true, 0));
        }
        return new BankOutcome.Registered();
    }

    private BankOutcome suspend(BookId book, BankCommand.Suspend suspend) {
        int bank = banks.find(book, suspend.bank());
        if (bank == 0) {
            return new Refused(Refusal.BANK_NOT_FOUND);
        }

        return new BankOutcome.Suspended(switches.close(bank, suspend.operation(), suspend.reason()));
    }

    private BankOutcome reopen(BookId book, BankCommand.Reopen reopen) {
        int bank = banks.find(book, reopen.bank());
        if (bank == 0) {
            return new Refused(Refusal.BANK_NOT_FOUND);
        }

        switches.open(bank, reopen.operation(), reopen.reason());
        return new BankOutcome.Reopened();
    }

    private BankOutcome suspendAll(BookId book, BankCommand.SuspendAll suspend) {
        int bank = banks.find(book, suspend.bank());
        if (bank == 0) {
            return new Refused(Refusal.BANK_NOT_FOUND);
        }

        long unclaimed = 0;
        for (BankOperation operation : BankOperation.values()) {
            if (operation.in(suspend.operations())) {
                unclaimed += switches.close(bank, operation, suspend.reason());
            }
        }
        return new BankOutcome.Suspended(unclaimed);
    }

    private BankOutcome reopenAll(BookId book, BankCommand.ReopenAll reopen) {
        int bank = banks.find(book, reopen.bank());
        if (bank == 0) {
            return new Refused(Refusal.BANK_NOT_FOUND);
        }

        for (BankOperation operation : BankOperation.values()) {
            if (operation.in(reopen.operations())) {
                switches.open(bank, operation, reopen.reason());
            }
        }
        return new BankOutcome.Reopened();
    }

    private BankOutcome sweep(BookId book, BankCommand.Sweep sweep) {
        Refusal refusal = refusesBanks(book, sweep.from(), sweep.to(), sweep.amount());
        if (refusal != null) {
            return new Refused(refusal);
        }
        int from = banks.find(book, sweep.from());
        int settlement =
                bankSide.account(from, AccountKind.SETTLEMENT, sweep.amount().currency());
        int inTransit =
                bankSide.account(from, AccountKind.IN_TRANSIT, sweep.amount().currency());
        long amount = sweep.amount().minorUnits();
        if (amount > accounts.spendable(settlement)) {
            return new Refused(Refusal.BANK_FUNDS_EXHAUSTED, accounts.spendable(settlement));
        }
        bench.posting().clear().debit(inTransit, amount).credit(settlement, amount);
        if (bench.posting().overflows()) {
            return new Refused(Refusal.AMOUNT_OVERFLOW);
        }

        bench.posting().post(book.value());
        return new BankOutcome.Swept(sweep.amount(), accounts.balance(inTransit));
    }

    private BankOutcome arrived(BookId book, BankCommand.SweepArrived arrived) {
        Refusal refusal = refusesBanks(book, arrived.from(), arrived.to(), arrived.amount());
        if (refusal != null) {
            return new Refused(refusal);
        }
        int from = banks.find(book, arrived.from());
        int to = banks.find(book, arrived.to());
        int inTransit =
                bankSide.account(from, AccountKind.IN_TRANSIT, arrived.amount().currency());
        int settlement =
                bankSide.account(to, AccountKind.SETTLEMENT, arrived.amount().currency());
        long amount = arrived.amount().minorUnits();
        if (amount > accounts.balance(inTransit)) {
            return new Refused(Refusal.MORE_THAN_IN_TRANSIT, Math.max(0, accounts.balance(inTransit)));
        }
        bench.posting().clear().debit(settlement, amount).credit(inTransit, amount);
        if (bench.posting().overflows()) {
            return new Refused(Refusal.AMOUNT_OVERFLOW);
        }

        bench.posting().post(book.value());
        return new BankOutcome.Arrived(arrived.amount(), accounts.balance(inTransit));
    }

    private @Nullable Refusal refusesBanks(BookId book, BankId from, BankId to, Money amount) {
        if (!bench.state().currencies().knows(amount.currency())) {
            return Refusal.CURRENCY_NOT_FOUND;
        }
        if (banks.find(book, from) == 0 || banks.find(book, to) == 0) {
            return Refusal.BANK_NOT_FOUND;
        }
        return from.equals(to) ? Refusal.SAME_BANK : null;
    }
}
