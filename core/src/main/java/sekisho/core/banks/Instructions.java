package sekisho.core.banks;

import sekisho.core.limits.BookedWord;
import sekisho.core.memory.Index;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.BankOperation;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.StateRecord.Booked;

/** Instructions to banks. The unclaimed ones stand in their bank's queue too. */
public final class Instructions {

    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int SEQUENCE = 2;
    /** Status, operation, attempt: eight bits each. */
    private static final int STATE = 3;
    /** High: bank's row. Low: wallet's account. */
    private static final int BANK_ACCOUNT = 4;

    private static final int LINK_HIGH = 5;
    private static final int LINK_LOW = 6;
    private static final int AMOUNT = 7;
    private static final int UNTIL = 8;
    private static final int BOOKED = 9;
    /** High: deadline, or 0. */
    private static final int DEADLINE = 10;
    /** High: older in the queue. Low: newer. */
    private static final int OLDER_NEWER = 11;

    private static final int WIDTH = 12;

    private static final int OPERATION_SHIFT = 8;
    private static final int ATTEMPT_SHIFT = 16;

    private final Banks banks;
    private final Rows rows;
    private final Index index;
    /** Row 1, word 0: the last sequence given out. */
    private final Rows sequences;

    public Instructions(Memory memory, Banks banks) {
        this.banks = banks;
        rows = new Rows(memory, WIDTH);
        index = new Index(memory);
        sequences = new Rows(memory, 1);
        if (sequences.live() == 0) {
            sequences.add();
        }
    }

    /** The instruction's row, or 0. The caller checks its book. */
    public int find(OperationId instruction) {
        for (int row = index.first(hash(instruction)); row != 0; row = index.next()) {
            if (rows.get(row, LOW) == instruction.low() && rows.get(row, HIGH) == instruction.high()) {
                return row;
            }
        }
        return 0;
    }

    /** What an instruction is about, for {@link #add}. */
    public record Order(
            OperationId id,
            BankOperation operation,
            int bank,
            int account,
            OperationId link,
            long amount,
            Booked booked) {}

    /** Adds an instruction with the next sequence; it is not in a queue yet. */
    public int add(Order order) {
        sequences.set(1, 0, lastSequence() + 1);
        return restore(order, lastSequence());
    }

    /** Adds an instruction as it was in a snapshot; status, until and queue follow. */
    public int restore(Order order, long sequence) {
        int row = rows.add();
        rows.set(row, HIGH, order.id().high());
        rows.set(row, LOW, order.id().low());
        rows.set(row, SEQUENCE, sequence);
        rows.set(row, STATE, (long) order.operation().code() << OPERATION_SHIFT);
        rows.set(row, BANK_ACCOUNT, ((long) order.bank() << 32) | order.account());
        rows.set(row, LINK_HIGH, order.link().high());
        rows.set(row, LINK_LOW, order.link().low());
        rows.set(row, AMOUNT, order.amount());
        rows.set(row, BOOKED, BookedWord.pack(order.booked()));
        index.add(hash(order.id()), row);
        return row;
    }

    public void remove(int row) {
        index.remove(hash(id(row)), row);
        rows.remove(row);
    }

    /** Puts it at the end of its bank's queue of unclaimed ones. */
    public void enqueue(int row) {
        int bank = bank(row);
        int newest = banks.newest(bank, operation(row));
        rows.set(row, OLDER_NEWER, (long) newest << 32);
        if (newest == 0) {
            banks.setOldest(bank, operation(row), row);
        } else {
            rows.setLow(newest, OLDER_NEWER, row);
        }
        banks.setNewest(bank, operation(row), row);
        banks.addUnclaimed(bank, operation(row), 1);
    }

    /** Takes it out of its bank's queue. */
    public void dequeue(int row) {
        int bank = bank(row);
        int older = rows.high(row, OLDER_NEWER);
        int newer = rows.low(row, OLDER_NEWER);
        if (older == 0) {
            banks.setOldest(bank, operation(row), newer);
        } else {
            rows.setLow(older, OLDER_NEWER, newer);
        }
        if (newer == 0) {
            banks.setNewest(bank, operation(row), older);
        } else {
            rows.setHigh(newer, OLDER_NEWER, older);
        }
        rows.set(row, OLDER_NEWER, 0);
        banks.addUnclaimed(bank, operation(row), -1);
    }

    /** Whether it is unclaimed and a suspension has withdrawn it. */
    public boolean withdrawnBySuspension(int row) {
        return status(row) == InstructionStatus.REQUESTED
                && sequence(row) <= banks.withdrawnThrough(bank(row), operation(row));
    }

    public OperationId id(int row) {
        return new OperationId(rows.get(row, HIGH), rows.get(row, LOW));
    }

    public long sequence(int row) {
        return rows.get(row, SEQUENCE);
    }

    public InstructionStatus status(int row) {
        return InstructionStatus.of(part(row, 0));
    }

    public void setStatus(int row, InstructionStatus status) {
        setPart(row, 0, status.code());
    }

    public BankOperation operation(int row) {
        return BankOperation.of(part(row, OPERATION_SHIFT));
    }

    /** How often the bank had to be asked. */
    public int attempt(int row) {
        return part(row, ATTEMPT_SHIFT);
    }

    public void setAttempt(int row, int attempt) {
        setPart(row, ATTEMPT_SHIFT, attempt);
    }

    /** The bank's row. */
    public int bank(int row) {
        return rows.high(row, BANK_ACCOUNT);
    }

    /** The wallet's account. */
    public int account(int row) {
        return rows.low(row, BANK_ACCOUNT);
    }

    public OperationId link(int row) {
        return new OperationId(rows.get(row, LINK_HIGH), rows.get(row, LINK_LOW));
    }

    public long amount(int row) {
        return rows.get(row, AMOUNT);
    }

    /** When its lease ends or the bank is asked, 0: neither. */
    public long until(int row) {
        return rows.get(row, UNTIL);
    }

    public void setUntil(int row, long until) {
        rows.set(row, UNTIL, until);
    }

    public Booked booked(int row) {
        return BookedWord.unpack(rows.get(row, BOOKED));
    }

    /** Its deadline, or 0. */
    public int deadline(int row) {
        return rows.high(row, DEADLINE);
    }

    public void setDeadline(int row, int deadline) {
        rows.setHigh(row, DEADLINE, deadline);
    }

    public long count() {
        return rows.live();
    }

    public long lastSequence() {
        return sequences.get(1, 0);
    }

    /** Sets the last sequence given out, from a snapshot. */
    public void restoreSequence(long sequence) {
        sequences.set(1, 0, sequence);
    }

    /** The highest row ever used; see {@link #used}. */
    public int highest() {
        return rows.highest();
    }

    /** Whether a row is an instruction: a free row has no amount. */
    public boolean used(int row) {
        return rows.get(row, AMOUNT) != 0;
    }

    private int part(int row, int shift) {
        return (int) (rows.get(row, STATE) >>> shift) & 0xFF;
    }

    private void setPart(int row, int shift, int value) {
        rows.set(row, STATE, (rows.get(row, STATE) & ~(0xFFL << shift)) | ((long) value << shift));
    }

    private static long hash(OperationId id) {
        return Index.hash(id.high(), id.low());
    }
}
