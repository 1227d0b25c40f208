package sekisho.auditor;

import sekisho.protocol.AccountKey;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Event;
import sekisho.protocol.Line;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.StateRecord.PaymentRow;

/** The rows of payments, and how they change. */
final class Payments {

    private final State state;
    private final Accounts accounts;
    private final Limits limits;
    private final Deadlines deadlines;

    Payments(State state, Accounts accounts, Limits limits, Deadlines deadlines) {
        this.state = state;
        this.accounts = accounts;
        this.limits = limits;
        this.deadlines = deadlines;
    }

    void put(PaymentRow row) {
        state.payments.put(key(row), row);
        state.emit(new Event.PaymentChanged(row.payment(), row.status(), row.refundable()));
    }

    /** A payment that is not authorised any more is forgotten some day. */
    void forgetLater(PaymentRow row) {
        deadlines.set(
                DeadlineKind.PAYMENT_FORGOTTEN, row.book(), row.payment(), state.now.get() + Deadlines.REMEMBERED);
    }

    void forget(Keys.Started key) {
        state.payments.remove(key);
    }

    static java.util.List<Line> heldLines(PaymentRow row) {
        Money amount = row.amount();
        return new Lines()
                .debit(AccountKey.wallet(row.book(), row.wallet(), amount.currency()), amount.minorUnits())
                .credit(AccountKey.merchant(row.book(), row.merchant(), amount.currency()), amount.minorUnits())
                .all();
    }

    /** Ends an authorisation; so much of its limit is free again. */
    void release(PaymentRow row, long unused) {
        accounts.apply(EntryKind.RELEASED, heldLines(row));
        limits.release(
                Limits.usage(row.book(), row.wallet(), row.amount().currency(), Operation.PAY), row.booked(), unused);
        deadlines.drop(DeadlineKind.PAYMENT_EXPIRES, row.book(), row.payment());
    }

    /** Voids or expires an authorised payment. */
    void end(PaymentRow row, PaymentStatus status) {
        release(row, row.amount().minorUnits());
        forgetLater(row);
        put(changed(row, 0, status, 0, 0));
    }

    static PaymentRow changed(PaymentRow row, long amount, PaymentStatus status, long refundable, long refundableFee) {
        return new PaymentRow(
                row.book(),
                row.payment(),
                row.wallet(),
                row.merchant(),
                new Money(amount, row.amount().currency()),
                status,
                refundable,
                refundableFee,
                row.expiresAt(),
                row.booked());
    }

    private static Keys.Started key(PaymentRow row) {
        return new Keys.Started(row.book(), row.payment());
    }
}
