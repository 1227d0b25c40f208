package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.banks.Instructions;
import sekisho.core.ledger.Accounts;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankOperation;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CashOutOutcome;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord.Booked;

/** Decides cash-outs; what the bank says of them is decided in {@link InstructionDecisions}. */
final class CashOutDecisions {

    private final Bench bench;
    private final Parties parties;
    private final BankSide bankSide;
    private final Orders orders;
    private final Accounts accounts;

    CashOutDecisions(Bench bench, Parties parties, BankSide bankSide, Orders orders) {
        this.bench = bench;
        this.parties = parties;
        this.bankSide = bankSide;
        this.orders = orders;
        accounts = bench.state().accounts();
    }

    CashOutOutcome decide(Request request, CashOutCommand command) {
        return switch (command) {
            case CashOutCommand.Start start -> start(request, start);
            case CashOutCommand.PaidOut paidOut -> paidOut(request, paidOut);
        };
    }

    private CashOutOutcome start(Request request, CashOutCommand.Start start) {
        Refused full = bankSide.refusesInstruction();
        if (full != null) {
            return full;
        }
        int wallet = parties.wallet(request.book(), start.wallet());
        Refused refused = refuses(wallet, start.amount(), false);
        if (refused != null) {
            return refused;
        }
        int link = bench.state().links().find(wallet, start.link());
        Refusal closed = bankSide.refusesLink(link, BankOperation.CASH_OUTS);
        if (closed != null) {
            return new Refused(closed);
        }
        Refused guarded = bankSide.use()
                .refusesCashOut(request.book(), start.link(), start.amount().currency());
        if (guarded != null) {
            return guarded;
        }
        int account = parties.account(wallet, start.amount().currency());
        int bank = bench.state().links().bank(link);
        int settlement =
                bankSide.account(bank, AccountKind.SETTLEMENT, start.amount().currency());
        long amount = start.amount().minorUnits();
        Refused over = refusesAmount(account, settlement, amount);
        if (over != null) {
            return over;
        }

        Booked booked = bench.limits().count(account, Operation.CASH_OUT, amount);
        bench.posting().hold();
        bankSide.instruct(new Instructions.Order(
                request.operation(), BankOperation.CASH_OUTS, bank, account, start.link(), amount, booked));
        return new CashOutOutcome.Started(start.amount());
    }

    private CashOutOutcome paidOut(Request request, CashOutCommand.PaidOut paidOut) {
        int wallet = parties.wallet(request.book(), paidOut.wallet());
        Refused refused = refuses(wallet, paidOut.amount(), true);
        if (refused != null) {
            return refused;
        }
        int bank = bench.state().banks().find(request.book(), paidOut.bank());
        Refusal closed = bankSide.refusesBank(bank, BankOperation.CASH_OUTS);
        if (closed != null) {
            return new Refused(closed);
        }
        int account = parties.account(wallet, paidOut.amount().currency());
        int settlement =
                bankSide.account(bank, AccountKind.SETTLEMENT, paidOut.amount().currency());
        long amount = paidOut.amount().minorUnits();
        Refused over = refusesAmount(account, settlement, amount);
        if (over != null) {
            return over;
        }

        bench.limits().count(account, Operation.CASH_OUT, amount);
        bench.posting().post(request.book().value());
        return new CashOutOutcome.Booked(paidOut.amount(), accounts.balance(account));
    }

    private @Nullable Refused refuses(int wallet, Money amount, boolean testOnly) {
        Refusal refusal = bankSide.refusesCurrency(amount.currency(), testOnly);
        if (refusal == null) {
            refusal = parties.absentWallet(wallet);
        }
        if (refusal == null && parties.debitsFrozen(wallet)) {
            refusal = Refusal.DEBITS_FROZEN;
        }
        if (refusal == null && parties.account(wallet, amount.currency()) == 0) {
            refusal = Refusal.ACCOUNT_NOT_FOUND;
        }
        return refusal == null ? null : new Refused(refusal);
    }

    private @Nullable Refused refusesAmount(int account, int settlement, long amount) {
        Refused over = bench.limits().refuses(account, Operation.CASH_OUT, amount);
        if (over != null) {
            return over;
        }
        if (amount > accounts.spendable(account)) {
            return new Refused(Refusal.INSUFFICIENT_FUNDS, accounts.spendable(account));
        }
        Refused young = bankSide.use().refusesYoung(account, amount);
        if (young != null) {
            return young;
        }
        if (amount > accounts.spendable(settlement)) {
            return new Refused(Refusal.BANK_FUNDS_EXHAUSTED, accounts.spendable(settlement));
        }
        orders.lines(BankOperation.CASH_OUTS, settlement, account, amount);
        return bench.posting().overflows() ? new Refused(Refusal.AMOUNT_OVERFLOW) : null;
    }
}
