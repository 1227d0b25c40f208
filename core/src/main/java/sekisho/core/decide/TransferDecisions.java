package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.ledger.Accounts;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.TransferOutcome;

/** Decides transfers from wallet to wallet. */
final class TransferDecisions {

    private final Bench bench;
    private final Parties parties;
    private final LinkUse use;
    private final Accounts accounts;

    TransferDecisions(Bench bench, Parties parties, LinkUse use) {
        this.use = use;
        this.bench = bench;
        this.parties = parties;
        accounts = bench.state().accounts();
    }

    TransferOutcome decide(Request request, TransferCommand command) {
        return switch (command) {
            case TransferCommand.Send send -> send(request, send);
        };
    }

    private TransferOutcome send(Request request, TransferCommand.Send send) {
        int from = parties.wallet(request.book(), send.from());
        int to = parties.wallet(request.book(), send.to());
        Refusal refusal = refusesParties(send, from, to);
        if (refusal != null) {
            return new Refused(refusal);
        }
        int payer = parties.account(from, send.amount().currency());
        int payee = parties.account(to, send.amount().currency());
        if (payer == 0 || payee == 0) {
            return new Refused(Refusal.ACCOUNT_NOT_FOUND);
        }
        if (use.unverified(to, send.amount().currency())) {
            return new Refused(Refusal.PAYEE_UNVERIFIED);
        }
        long spendable = accounts.spendable(payer);
        long amount = send.upTo()
                ? Math.min(send.amount().minorUnits(), spendable)
                : send.amount().minorUnits();
        Refused refused = refusesAmount(payer, payee, amount, spendable);
        if (refused != null) {
            return refused;
        }
        bench.posting().clear().debit(payer, amount).credit(payee, amount);
        if (bench.posting().overflows()) {
            return new Refused(Refusal.AMOUNT_OVERFLOW);
        }

        bench.limits().count(payer, Operation.SEND, amount);
        use.flows(payer, payee, amount);
        bench.posting().post(request.book().value());
        return new TransferOutcome.Sent(new Money(amount, send.amount().currency()), accounts.balance(payer));
    }

    private @Nullable Refusal refusesParties(TransferCommand.Send send, int from, int to) {
        if (!bench.state().currencies().knows(send.amount().currency())) {
            return Refusal.CURRENCY_NOT_FOUND;
        }
        Refusal absent = parties.absentWallet(from);
        if (absent == null) {
            absent = parties.absentPayee(to);
        }
        if (absent != null) {
            return absent;
        }
        if (from == to) {
            return Refusal.SAME_WALLET;
        }
        if (parties.debitsFrozen(from)) {
            return Refusal.DEBITS_FROZEN;
        }
        return parties.creditsFrozen(to) ? Refusal.CREDITS_FROZEN : null;
    }

    private @Nullable Refused refusesAmount(int payer, int payee, long amount, long spendable) {
        if (amount == 0) {
            return new Refused(Refusal.INSUFFICIENT_FUNDS);
        }
        Refused over = bench.limits().refuses(payer, Operation.SEND, amount);
        if (over != null) {
            return over;
        }
        boolean withPending = bench.state().clock().behaviour() >= Behaviours.CAP_COUNTS_PENDING;
        if (amount > bench.limits().room(payee, withPending)) {
            return new Refused(Refusal.OVER_BALANCE_CAP);
        }
        return amount > spendable
                ? new Refused(Refusal.INSUFFICIENT_FUNDS, spendable)
                : use.refusesYoung(payer, amount);
    }
}
