package sekisho.core.ledger;

import sekisho.core.memory.Index;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.BookId;
import sekisho.protocol.OperationId;

/** Operations that a posting has taken back; none twice. */
public final class Reversals {

    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int BOOK = 2;
    private static final int WIDTH = 3;

    private final Rows rows;
    private final Index index;

    public Reversals(Memory memory) {
        rows = new Rows(memory, WIDTH);
        index = new Index(memory);
    }

    public boolean has(BookId book, OperationId operation) {
        for (int row = index.first(hash(operation)); row != 0; row = index.next()) {
            if (operation(row).equals(operation) && rows.get(row, BOOK) == book.value()) {
                return true;
            }
        }
        return false;
    }

    public void add(BookId book, OperationId operation) {
        int row = rows.add();
        rows.set(row, HIGH, operation.high());
        rows.set(row, LOW, operation.low());
        rows.set(row, BOOK, book.value());
        index.add(hash(operation), row);
    }

    public long count() {
        return rows.live();
    }

    /** The highest row; rows from 1 on are all in use. */
    public int highest() {
        return rows.highest();
    }

    public OperationId operation(int row) {
        return new OperationId(rows.get(row, HIGH), rows.get(row, LOW));
    }

    public BookId book(int row) {
        return Books.of(rows.low(row, BOOK));
    }

    private static long hash(OperationId operation) {
        return Index.hash(operation.high(), operation.low());
    }
}
