package sekisho.core.payments;

import sekisho.core.limits.BookedWord;
import sekisho.core.memory.Index;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.StateRecord.Booked;

/** Payments by id. */
public final class Payments {

    private static final int HIGH = 0;
    private static final int LOW = 1;
    /** High: wallet's account. Low: merchant's account. */
    private static final int ACCOUNTS = 2;

    private static final int AMOUNT = 3;
    private static final int REFUNDABLE = 4;
    private static final int REFUNDABLE_FEE = 5;
    private static final int EXPIRES = 6;
    private static final int BOOKED = 7;
    /** High: deadline. Low: status. */
    private static final int DEADLINE_STATUS = 8;

    private static final int WIDTH = 9;

    private final Rows rows;
    private final Index index;

    public Payments(Memory memory) {
        rows = new Rows(memory, WIDTH);
        index = new Index(memory);
    }

    /** The payment's row, or 0. The caller checks its book. */
    public int find(OperationId payment) {
        for (int row = index.first(hash(payment)); row != 0; row = index.next()) {
            if (rows.get(row, LOW) == payment.low() && rows.get(row, HIGH) == payment.high()) {
                return row;
            }
        }
        return 0;
    }

    public int add(OperationId payment, int walletAccount, int merchantAccount) {
        int row = rows.add();
        rows.set(row, HIGH, payment.high());
        rows.set(row, LOW, payment.low());
        rows.set(row, ACCOUNTS, ((long) walletAccount << 32) | merchantAccount);
        index.add(hash(payment), row);
        return row;
    }

    public void remove(int row) {
        index.remove(hash(id(row)), row);
        rows.remove(row);
    }

    /** Held: so much until then, counted then. */
    public void authorise(int row, long amount, long expiresAt, Booked booked) {
        rows.set(row, AMOUNT, amount);
        rows.set(row, EXPIRES, expiresAt);
        rows.set(row, BOOKED, BookedWord.pack(booked));
        setStatus(row, PaymentStatus.AUTHORISED);
    }

    /** Taken: so much, of it so much fee. */
    public void capture(int row, long amount, long fee) {
        rows.set(row, AMOUNT, amount);
        rows.set(row, REFUNDABLE, amount);
        rows.set(row, REFUNDABLE_FEE, fee);
        setStatus(row, PaymentStatus.CAPTURED);
    }

    /** Voided or expired: nothing was taken. */
    public void release(int row, PaymentStatus status) {
        rows.set(row, AMOUNT, 0);
        setStatus(row, status);
    }

    /** Given back: so much, of it so much fee. */
    public void refund(int row, long amount, long fee) {
        rows.set(row, REFUNDABLE, refundable(row) - amount);
        rows.set(row, REFUNDABLE_FEE, refundableFee(row) - fee);
    }

    /** Sets what can be refunded, from a snapshot. */
    public void restore(int row, PaymentStatus status, long refundable, long refundableFee) {
        setStatus(row, status);
        rows.set(row, REFUNDABLE, refundable);
        rows.set(row, REFUNDABLE_FEE, refundableFee);
    }

    public OperationId id(int row) {
        return new OperationId(rows.get(row, HIGH), rows.get(row, LOW));
    }

    public int walletAccount(int row) {
        return rows.high(row, ACCOUNTS);
    }

    public int merchantAccount(int row) {
        return rows.low(row, ACCOUNTS);
    }

    /** Held while authorised; then what was captured. */
    public long amount(int row) {
        return rows.get(row, AMOUNT);
    }

    public long refundable(int row) {
        return rows.get(row, REFUNDABLE);
    }

    public long refundableFee(int row) {
        return rows.get(row, REFUNDABLE_FEE);
    }

    /** When the authorisation expires or expired; 0 for a payment that was never authorised apart. */
    public long expiresAt(int row) {
        return rows.get(row, EXPIRES);
    }

    public Booked booked(int row) {
        return BookedWord.unpack(rows.get(row, BOOKED));
    }

    /** Its status now: an authorisation whose time is over has expired, processed or not. */
    public PaymentStatus status(int row, long now) {
        PaymentStatus status = PaymentStatus.of(rows.low(row, DEADLINE_STATUS));
        return status == PaymentStatus.AUTHORISED && expiresAt(row) <= now ? PaymentStatus.EXPIRED : status;
    }

    /** Its status as it is stored. */
    public PaymentStatus storedStatus(int row) {
        return PaymentStatus.of(rows.low(row, DEADLINE_STATUS));
    }

    public int deadline(int row) {
        return rows.high(row, DEADLINE_STATUS);
    }

    public void setDeadline(int row, int deadline) {
        rows.setHigh(row, DEADLINE_STATUS, deadline);
    }

    public long count() {
        return rows.live();
    }

    /** The highest row ever used; see {@link #used}. */
    public int highest() {
        return rows.highest();
    }

    /** Whether a row is a payment: a free row has no accounts. */
    public boolean used(int row) {
        return rows.get(row, ACCOUNTS) != 0;
    }

    private void setStatus(int row, PaymentStatus status) {
        rows.setLow(row, DEADLINE_STATUS, status.code());
    }

    private static long hash(OperationId id) {
        return Index.hash(id.high(), id.low());
    }
}
