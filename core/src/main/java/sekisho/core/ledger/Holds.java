package sekisho.core.ledger;

import sekisho.core.memory.Index;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.BookId;
import sekisho.protocol.OperationId;
import sekisho.protocol.Side;

/** Operators' holds with their lines. A hold goes when it ends. */
public final class Holds {

    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int BOOK = 2;
    private static final int EXPIRES = 3;
    /** High: deadline, or 0. Low: first line. */
    private static final int DEADLINE_LINE = 4;

    private static final int WIDTH = 5;

    /** Of a line: high: account; low: next line. */
    private static final int ACCOUNT_NEXT = 0;
    /** Of a line: amount, negative for a credit. */
    private static final int AMOUNT = 1;

    private static final int LINE_WIDTH = 2;

    private final Rows rows;
    private final Rows lines;
    private final Index index;

    public Holds(Memory memory) {
        rows = new Rows(memory, WIDTH);
        lines = new Rows(memory, LINE_WIDTH);
        index = new Index(memory);
    }

    /** The hold's row, or 0. */
    public int find(BookId book, OperationId hold) {
        for (int row = index.first(hash(hold)); row != 0; row = index.next()) {
            if (id(row).equals(hold) && rows.get(row, BOOK) == book.value()) {
                return row;
            }
        }
        return 0;
    }

    /** Adds a hold with the lines of a posting. */
    public int add(BookId book, OperationId hold, long expiresAt, Posting posting) {
        int row = rows.add();
        rows.set(row, HIGH, hold.high());
        rows.set(row, LOW, hold.low());
        rows.set(row, BOOK, book.value());
        rows.set(row, EXPIRES, expiresAt);
        int next = 0;
        for (int i = posting.count() - 1; i >= 0; i--) {
            int line = lines.add();
            lines.set(line, ACCOUNT_NEXT, ((long) posting.account(i) << 32) | next);
            lines.set(line, AMOUNT, posting.side(i) == Side.CREDIT ? -posting.amount(i) : posting.amount(i));
            next = line;
        }
        rows.setLow(row, DEADLINE_LINE, next);
        index.add(hash(hold), row);
        return row;
    }

    /** Puts the hold's lines into a posting. */
    public Posting lines(int row, Posting into) {
        into.clear();
        for (int line = rows.low(row, DEADLINE_LINE); line != 0; line = lines.low(line, ACCOUNT_NEXT)) {
            long amount = lines.get(line, AMOUNT);
            into.line(lines.high(line, ACCOUNT_NEXT), amount < 0 ? Side.CREDIT : Side.DEBIT, Math.abs(amount));
        }
        return into;
    }

    public void remove(int row) {
        index.remove(hash(id(row)), row);
        int line = rows.low(row, DEADLINE_LINE);
        while (line != 0) {
            int next = lines.low(line, ACCOUNT_NEXT);
            lines.remove(line);
            line = next;
        }
        rows.remove(row);
    }

    public OperationId id(int row) {
        return new OperationId(rows.get(row, HIGH), rows.get(row, LOW));
    }

    public BookId book(int row) {
        return Books.of(rows.low(row, BOOK));
    }

    /** When it expires, 0: never. */
    public long expiresAt(int row) {
        return rows.get(row, EXPIRES);
    }

    public boolean expired(int row, long now) {
        return expiresAt(row) != 0 && expiresAt(row) <= now;
    }

    public int deadline(int row) {
        return rows.high(row, DEADLINE_LINE);
    }

    public void setDeadline(int row, int deadline) {
        rows.setHigh(row, DEADLINE_LINE, deadline);
    }

    public long count() {
        return rows.live();
    }

    /** The highest row ever used; see {@link #used}. */
    public int highest() {
        return rows.highest();
    }

    /** Whether a row is a hold: a free row has no book. */
    public boolean used(int row) {
        return rows.get(row, BOOK) != 0;
    }

    private static long hash(OperationId id) {
        return Index.hash(id.high(), id.low());
    }
}
