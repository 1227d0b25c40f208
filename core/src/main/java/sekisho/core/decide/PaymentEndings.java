package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.ledger.Accounts;
import sekisho.core.ledger.Holders;
import sekisho.core.ledger.Posting;
import sekisho.core.payments.Payments;
import sekisho.core.state.State;
import sekisho.core.time.Deadlines;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.Event;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.PaymentOutcome;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;

/** Decides what becomes of a payment: capture, void, expiry, refund. */
final class PaymentEndings {

    private final Bench bench;
    private final Payments payments;
    private final Accounts accounts;
    private final Holders holders;
    private final Deadlines deadlines;
    private final Parties parties;
    private final LinkUse use;

    PaymentEndings(Bench bench, Parties parties, LinkUse use) {
        this.use = use;
        this.bench = bench;
        this.parties = parties;
        State state = bench.state();
        payments = state.payments();
        accounts = state.accounts();
        holders = state.holders();
        deadlines = state.deadlines();
    }

    PaymentOutcome capture(Request request, PaymentCommand.Capture capture) {
        int payment = find(request.book(), capture.payment());
        Refused refused = refusesToEnd(payment);
        if (refused != null) {
            return refused;
        }
        int merchant = payments.merchantAccount(payment);
        if (parties.creditsFrozen(accounts.holder(merchant))) {
            return new Refused(Refusal.CREDITS_FROZEN);
        }
        long held = payments.amount(payment);
        long taken = capture.amount() == 0 ? held : capture.amount();
        if (taken > held) {
            return new Refused(Refusal.MORE_THAN_HELD, held);
        }
        if (capture.fee() > taken) {
            return new Refused(Refusal.FEE_OVER_AMOUNT, taken);
        }
        int wallet = payments.walletAccount(payment);
        if (feesOverflow(request.book(), wallet, capture.fee())) {
            return new Refused(Refusal.AMOUNT_OVERFLOW);
        }

        release(payment);
        bench.limits().release(wallet, Operation.PAY, held - taken, payments.booked(payment));
        use.pays(wallet, merchant, taken);
        taking(request.book(), wallet, merchant, taken, capture.fee())
                .post(request.book().value());
        payments.capture(payment, taken, capture.fee());
        ended(payment);
        return new PaymentOutcome.Captured(new Money(taken, accounts.currency(wallet)), held - taken);
    }

    PaymentOutcome annul(Request request, PaymentCommand.Void annul) {
        int payment = find(request.book(), annul.payment());
        Refused refused = refusesToEnd(payment);
        if (refused != null) {
            return refused;
        }

        Money held = new Money(payments.amount(payment), accounts.currency(payments.walletAccount(payment)));
        giveUp(payment, PaymentStatus.VOIDED);
        return new PaymentOutcome.Voided(held);
    }

    /** The time of an authorisation is over. */
    void expire(int payment) {
        giveUp(payment, PaymentStatus.EXPIRED);
    }

    PaymentOutcome refund(Request request, PaymentCommand.Refund refund) {
        int payment = find(request.book(), refund.payment());
        Refused refused = refusesRefund(payment, refund);
        if (refused != null) {
            return refused;
        }
        int wallet = payments.walletAccount(payment);
        int merchant = payments.merchantAccount(payment);
        long own = refund.amount() - refund.fee();
        if (own > accounts.spendable(merchant)) {
            return new Refused(Refusal.INSUFFICIENT_FUNDS, accounts.spendable(merchant));
        }
        int book = request.book().value();
        bench.posting().clear().debit(merchant, own);
        if (refund.fee() != 0) {
            bench.posting().debit(fees(request.book(), wallet), refund.fee());
        }
        bench.posting().credit(wallet, refund.amount());
        if (bench.posting().firstShortfall(book) >= 0) {
            return new Refused(
                    Refusal.SAFEGUARDING_SHORTFALL, bench.state().safeguard().held(book, accounts.currency(wallet)));
        }
        if (bench.posting().overflows()) {
            return new Refused(Refusal.AMOUNT_OVERFLOW);
        }

        bench.posting().post(book);
        use.refunded(wallet, refund.amount());
        payments.refund(payment, refund.amount(), refund.fee());
        tell(payment);
        return new PaymentOutcome.Refunded(
                new Money(refund.amount(), accounts.currency(wallet)), payments.refundable(payment));
    }

    /** The lines that take an amount from a wallet for a merchant, of it a fee for the house. */
    Posting taking(BookId book, int wallet, int merchant, long amount, long fee) {
        bench.posting().clear().debit(wallet, amount).credit(merchant, amount - fee);
        return fee == 0 ? bench.posting() : bench.posting().credit(fees(book, wallet), fee);
    }

    /** A payment was authorised. */
    void begun(int payment) {
        payments.setDeadline(
                payment, deadlines.set(payments.expiresAt(payment), DeadlineKind.PAYMENT_EXPIRES, payment, 0));
        tell(payment);
    }

    /** A payment is not authorised any more, or never was: from now on it is only remembered. */
    void ended(int payment) {
        if (payments.deadline(payment) != 0) {
            deadlines.clear(payments.deadline(payment));
        }
        payments.setDeadline(
                payment, deadlines.set(bench.now() + Memories.KEPT_MILLIS, DeadlineKind.PAYMENT_FORGOTTEN, payment, 0));
        tell(payment);
    }

    private int find(BookId book, OperationId id) {
        int payment = payments.find(id);
        boolean here = payment != 0 && holders.book(accounts.holder(payments.walletAccount(payment))) == book.value();
        return here ? payment : 0;
    }

    /** Why this authorisation can be neither captured nor voided, or null. */
    private @Nullable Refused refusesToEnd(int payment) {
        if (payment == 0) {
            return new Refused(Refusal.PAYMENT_NOT_FOUND);
        }
        return switch (payments.status(payment, bench.now())) {
            case AUTHORISED -> null;
            case EXPIRED -> new Refused(Refusal.PAYMENT_EXPIRED, payments.expiresAt(payment));
            case CAPTURED -> new Refused(Refusal.PAYMENT_CAPTURED);
            case VOIDED -> new Refused(Refusal.PAYMENT_VOIDED);
        };
    }

    private @Nullable Refused refusesRefund(int payment, PaymentCommand.Refund refund) {
        if (payment == 0) {
            return new Refused(Refusal.PAYMENT_NOT_FOUND);
        }
        if (payments.storedStatus(payment) != PaymentStatus.CAPTURED) {
            return new Refused(Refusal.PAYMENT_NOT_CAPTURED);
        }
        Refusal refusal = refusesRefundParties(
                accounts.holder(payments.merchantAccount(payment)), accounts.holder(payments.walletAccount(payment)));
        if (refusal != null) {
            return new Refused(refusal);
        }
        long remaining = payments.refundable(payment);
        long remainingFee = payments.refundableFee(payment);
        if (refund.amount() > remaining) {
            return new Refused(Refusal.MORE_THAN_REMAINS, remaining);
        }
        if (refund.fee() > remainingFee) {
            return new Refused(Refusal.FEE_OVER_AMOUNT, remainingFee);
        }
        boolean intoTheFee = refund.amount() - refund.fee() > remaining - remainingFee;
        return intoTheFee ? new Refused(Refusal.MORE_THAN_REMAINS, remaining - remainingFee + refund.fee()) : null;
    }

    private @Nullable Refusal refusesRefundParties(int merchant, int wallet) {
        if (holders.closed(merchant)) {
            return Refusal.MERCHANT_CLOSED;
        }
        if (holders.closed(wallet)) {
            return Refusal.WALLET_CLOSED;
        }
        if (parties.debitsFrozen(merchant)) {
            return Refusal.DEBITS_FROZEN;
        }
        return parties.creditsFrozen(wallet) ? Refusal.CREDITS_FROZEN : null;
    }

    private void giveUp(int payment, PaymentStatus status) {
        long held = payments.amount(payment);
        release(payment);
        bench.limits().release(payments.walletAccount(payment), Operation.PAY, held, payments.booked(payment));
        payments.release(payment, status);
        ended(payment);
    }

    private void release(int payment) {
        long held = payments.amount(payment);
        bench.posting()
                .clear()
                .debit(payments.walletAccount(payment), held)
                .credit(payments.merchantAccount(payment), held)
                .release();
    }

    private int fees(BookId book, int wallet) {
        return accounts.system(book, AccountKind.FEES, 1, accounts.currency(wallet));
    }

    private boolean feesOverflow(BookId book, int wallet, long fee) {
        if (fee == 0) {
            return false;
        }
        bench.posting().clear().credit(fees(book, wallet), fee);
        return bench.posting().overflows();
    }

    private void tell(int payment) {
        bench.events()
                .tell(new Event.PaymentChanged(
                        payments.id(payment), payments.storedStatus(payment), payments.refundable(payment)));
    }
}
