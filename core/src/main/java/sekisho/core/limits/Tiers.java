package sekisho.core.limits;

import sekisho.core.memory.Index;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.Currency;
import sekisho.protocol.Limit;
import sekisho.protocol.Operation;

/** What tiers allow: a row for each book, tier and currency, with a balance cap and five bounds for each operation. */
public final class Tiers {

    private static final int BOUNDS = 5;
    private static final int OPERATIONS = 4;

    /** Book in 16 bits, tier in 8, currency in 24. */
    private static final int KEY = 0;
    /** A bit for each operation whose limit was set, bit 4 for the cap; from bit 8 a bit for each that is counted. */
    private static final int SET = 1;

    private static final int CAP = 2;
    private static final int FIRST_BOUND = 3;
    private static final int WIDTH = FIRST_BOUND + OPERATIONS * BOUNDS;
    private static final int COUNTED_SHIFT = 8;
    private static final int CAP_BIT = 1 << OPERATIONS;

    private final Rows rows;
    private final Index index;
    /** The row found last: a hint only, its key is compared. */
    private int recent = 1;

    public Tiers(Memory memory) {
        rows = new Rows(memory, WIDTH);
        index = new Index(memory);
    }

    /** The row for a tier in a currency; 0 if nothing was set, and then nothing is allowed. */
    public int find(int book, int tier, Currency currency) {
        long key = key(book, tier, currency);
        if (recent <= rows.highest() && rows.get(recent, KEY) == key) {
            return recent;
        }
        for (int row = index.first(Index.hash(key, 0)); row != 0; row = index.next()) {
            if (rows.get(row, KEY) == key) {
                recent = row;
                return row;
            }
        }
        return 0;
    }

    public void setLimit(int book, int tier, Currency currency, Operation operation, Limit limit) {
        int row = findOrAdd(book, tier, currency);
        int bound = bound(operation);
        long set = rows.get(row, SET) | 1L << operation.code();
        long counted = 1L << (COUNTED_SHIFT + operation.code());
        rows.set(row, SET, limit.counted() ? set | counted : set & ~counted);
        rows.set(row, bound, limit.perOperation());
        rows.set(row, bound + 1, limit.in24Hours());
        rows.set(row, bound + 2, limit.in30Days());
        rows.set(row, bound + 3, limit.inDay());
        rows.set(row, bound + 4, limit.inMonth());
    }

    public void setCap(int book, int tier, Currency currency, long cap) {
        int row = findOrAdd(book, tier, currency);
        rows.set(row, SET, rows.get(row, SET) | CAP_BIT);
        rows.set(row, CAP, cap);
    }

    /** How much a wallet may hold; row 0: nothing. */
    public long cap(int row) {
        return row == 0 ? 0 : rows.get(row, CAP);
    }

    public long perOperation(int row, Operation operation) {
        return row == 0 ? 0 : rows.get(row, bound(operation));
    }

    public long in24Hours(int row, Operation operation) {
        return row == 0 ? 0 : rows.get(row, bound(operation) + 1);
    }

    public long in30Days(int row, Operation operation) {
        return row == 0 ? 0 : rows.get(row, bound(operation) + 2);
    }

    public long inDay(int row, Operation operation) {
        return row == 0 ? 0 : rows.get(row, bound(operation) + 3);
    }

    public long inMonth(int row, Operation operation) {
        return row == 0 ? 0 : rows.get(row, bound(operation) + 4);
    }

    /** Whether use has to be counted. */
    public boolean counted(int row, Operation operation) {
        return row != 0 && ((rows.get(row, SET) >>> (COUNTED_SHIFT + operation.code())) & 1) != 0;
    }

    /** The highest row; rows from 1 on are all in use. */
    public int highest() {
        return rows.highest();
    }

    public boolean hasLimit(int row, Operation operation) {
        return (rows.get(row, SET) & 1L << operation.code()) != 0;
    }

    public boolean hasCap(int row) {
        return (rows.get(row, SET) & CAP_BIT) != 0;
    }

    public int book(int row) {
        return (int) (rows.get(row, KEY) >>> 32) & 0xFFFF;
    }

    public int tier(int row) {
        return (int) (rows.get(row, KEY) >>> 24) & 0xFF;
    }

    public Currency currency(int row) {
        return Currency.ofPacked((int) rows.get(row, KEY) & 0xFF_FFFF);
    }

    private static int bound(Operation operation) {
        return FIRST_BOUND + operation.code() * BOUNDS;
    }

    private static long key(int book, int tier, Currency currency) {
        return ((long) book << 32) | ((long) tier << 24) | currency.packed();
    }

    private int findOrAdd(int book, int tier, Currency currency) {
        int row = find(book, tier, currency);
        if (row == 0) {
            row = rows.add();
            rows.set(row, KEY, key(book, tier, currency));
            index.add(Index.hash(key(book, tier, currency), 0), row);
        }
        return row;
    }
}
