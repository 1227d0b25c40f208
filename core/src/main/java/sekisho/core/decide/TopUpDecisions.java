package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.banks.Instructions;
import sekisho.core.ledger.Accounts;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord.Booked;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TopUpOutcome;

/** Decides top-ups; what the bank says of them is decided in {@link InstructionDecisions}. */
final class TopUpDecisions {

    private final Bench bench;
    private final Parties parties;
    private final BankSide bankSide;
    private final Orders orders;
    private final Accounts accounts;

    TopUpDecisions(Bench bench, Parties parties, BankSide bankSide, Orders orders) {
        this.bench = bench;
        this.parties = parties;
        this.bankSide = bankSide;
        this.orders = orders;
        accounts = bench.state().accounts();
    }

    TopUpOutcome decide(Request request, TopUpCommand command) {
        return switch (command) {
            case TopUpCommand.Start start -> start(request, start);
            case TopUpCommand.Received received -> received(request, received);
        };
    }

    private TopUpOutcome start(Request request, TopUpCommand.Start start) {
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
        Refusal closed = bankSide.refusesLink(link, BankOperation.TOP_UPS);
        if (closed != null) {
            return new Refused(closed);
        }
        Refused guarded = bankSide.use().refusesTopUp(request.book(), start.link(), start.amount());
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

        Booked booked = bench.limits().count(account, Operation.TOP_UP, amount);
        bench.posting().hold();
        bankSide.use().started(request.book(), start.link(), request.operation(), start.amount());
        bankSide.instruct(new Instructions.Order(
                request.operation(), BankOperation.TOP_UPS, bank, account, start.link(), amount, booked));
        return new TopUpOutcome.Started(start.amount());
    }

    private TopUpOutcome received(Request request, TopUpCommand.Received received) {
        int wallet = parties.wallet(request.book(), received.wallet());
        Refused refused = refuses(wallet, received.amount(), true);
        if (refused != null) {
            return refused;
        }
        int bank = bench.state().banks().find(request.book(), received.bank());
        Refusal closed = bankSide.refusesBank(bank, BankOperation.TOP_UPS);
        if (closed != null) {
            return new Refused(closed);
        }
        // Real money does not come this way, and would not come to a nameless wallet.
        if (bankSide.use().unverified(wallet, received.amount().currency())) {
            return new Refused(Refusal.WALLET_UNVERIFIED, 1);
        }
        int account = parties.account(wallet, received.amount().currency());
        int settlement =
                bankSide.account(bank, AccountKind.SETTLEMENT, received.amount().currency());
        long amount = received.amount().minorUnits();
        Refused over = refusesAmount(account, settlement, amount);
        if (over != null) {
            return over;
        }

        bench.limits().count(account, Operation.TOP_UP, amount);
        bench.posting().post(request.book().value());
        return new TopUpOutcome.Booked(received.amount(), accounts.balance(account));
    }

    private @Nullable Refused refuses(int wallet, Money amount, boolean testOnly) {
        Refusal refusal = bankSide.refusesCurrency(amount.currency(), testOnly);
        if (refusal == null) {
            refusal = parties.absentWallet(wallet);
        }
        if (refusal == null && parties.creditsFrozen(wallet)) {
            refusal = Refusal.CREDITS_FROZEN;
        }
        if (refusal == null && parties.account(wallet, amount.currency()) == 0) {
            refusal = Refusal.ACCOUNT_NOT_FOUND;
        }
        return refusal == null ? null : new Refused(refusal);
    }

    private @Nullable Refused refusesAmount(int account, int settlement, long amount) {
        Refused over = bench.limits().refuses(account, Operation.TOP_UP, amount);
        if (over != null) {
            return over;
        }
        long room = bench.limits().room(account, true);
        if (amount > room) {
            return new Refused(Refusal.OVER_BALANCE_CAP, room);
        }
        orders.lines(BankOperation.TOP_UPS, settlement, account, amount);
        return bench.posting().overflows() ? new Refused(Refusal.AMOUNT_OVERFLOW) : null;
    }
}
