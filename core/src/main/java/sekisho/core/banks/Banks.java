package sekisho.core.banks;

import sekisho.core.ledger.Books;
import sekisho.core.memory.Index;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;

/**
 * The registry of banks. For top-ups and cash-outs each bank has a queue of unclaimed instructions, oldest first, and the
 * sequence up to which they are withdrawn.
 */
public final class Banks {

    /** Book in 16 bits, bank code in 16; above them one bit for each operation that is closed. */
    private static final int ABOUT = 0;

    // For each of TOP_UPS and CASH_OUTS, four words from here.
    private static final int QUEUES = 1;
    private static final int QUEUE_WORDS = 4;
    /** Unclaimed instructions up to this sequence are withdrawn. */
    private static final int WITHDRAWN_THROUGH = 0;
    /** High: newest. Low: oldest. */
    private static final int NEWEST_OLDEST = 1;

    private static final int COUNT = 2;
    /** The deadline that works off withdrawals, 0: none. */
    private static final int DEADLINE = 3;

    /** Of the links that go through the checkpoint. High: last. Low: first. */
    private static final int LAST_FIRST_LINK = QUEUES + 2 * QUEUE_WORDS;

    private static final int WIDTH = LAST_FIRST_LINK + 1;
    private static final int CLOSED_SHIFT = 32;

    private final Rows rows;
    private final Index index;

    public Banks(Memory memory) {
        rows = new Rows(memory, WIDTH);
        index = new Index(memory);
    }

    /** The bank's row, or 0. */
    public int find(BookId book, BankId bank) {
        long about = about(book, bank);
        for (int row = index.first(Index.hash(about, 0)); row != 0; row = index.next()) {
            if ((rows.get(row, ABOUT) & 0xFFFF_FFFFL) == about) {
                return row;
            }
        }
        return 0;
    }

    public int add(BookId book, BankId bank) {
        int row = rows.add();
        rows.set(row, ABOUT, about(book, bank));
        index.add(Index.hash(about(book, bank), 0), row);
        return row;
    }

    public boolean isOpen(int row, BankOperation operation) {
        return ((rows.get(row, ABOUT) >>> (CLOSED_SHIFT + operation.code())) & 1) == 0;
    }

    public void setOpen(int row, BankOperation operation, boolean open) {
        long bit = 1L << (CLOSED_SHIFT + operation.code());
        rows.set(row, ABOUT, open ? (rows.get(row, ABOUT) & ~bit) : (rows.get(row, ABOUT) | bit));
    }

    public long withdrawnThrough(int row, BankOperation operation) {
        return rows.get(row, queue(operation) + WITHDRAWN_THROUGH);
    }

    public void setWithdrawnThrough(int row, BankOperation operation, long sequence) {
        rows.set(row, queue(operation) + WITHDRAWN_THROUGH, sequence);
    }

    /** The oldest unclaimed instruction's row, or 0. */
    public int oldest(int row, BankOperation operation) {
        return rows.low(row, queue(operation) + NEWEST_OLDEST);
    }

    void setOldest(int row, BankOperation operation, int instruction) {
        rows.setLow(row, queue(operation) + NEWEST_OLDEST, instruction);
    }

    int newest(int row, BankOperation operation) {
        return rows.high(row, queue(operation) + NEWEST_OLDEST);
    }

    void setNewest(int row, BankOperation operation, int instruction) {
        rows.setHigh(row, queue(operation) + NEWEST_OLDEST, instruction);
    }

    /** How many instructions are unclaimed. */
    public long unclaimed(int row, BankOperation operation) {
        return rows.get(row, queue(operation) + COUNT);
    }

    void addUnclaimed(int row, BankOperation operation, int change) {
        rows.set(row, queue(operation) + COUNT, unclaimed(row, operation) + change);
    }

    /** The deadline that works off withdrawals, or 0. */
    public int deadline(int row, BankOperation operation) {
        return rows.low(row, queue(operation) + DEADLINE);
    }

    public void setDeadline(int row, BankOperation operation, int deadline) {
        rows.set(row, queue(operation) + DEADLINE, deadline);
    }

    /** The first of the bank's checked links, or 0. */
    public int firstLink(int row) {
        return rows.low(row, LAST_FIRST_LINK);
    }

    public void setFirstLink(int bank, int link) {
        rows.setLow(bank, LAST_FIRST_LINK, link);
    }

    /** The last of the bank's checked links, or 0. */
    public int lastLink(int row) {
        return rows.high(row, LAST_FIRST_LINK);
    }

    public void setLastLink(int bank, int link) {
        rows.setHigh(bank, LAST_FIRST_LINK, link);
    }

    /** The highest row; rows from 1 on are all in use. */
    public int highest() {
        return rows.highest();
    }

    public BookId book(int row) {
        return Books.of(rows.low(row, ABOUT) >>> 16);
    }

    public BankId bank(int row) {
        return new BankId(rows.low(row, ABOUT) & 0xFFFF);
    }

    private static long about(BookId book, BankId bank) {
        return ((long) book.value() << 16) | bank.code();
    }

    private static int queue(BankOperation operation) {
        return QUEUES + (operation == BankOperation.CASH_OUTS ? QUEUE_WORDS : 0);
    }
}
