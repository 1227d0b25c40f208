package sekisho.core.ledger;

import sekisho.core.memory.Index;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.Currency;

/** The currencies that were defined. */
public final class Currencies {

    /** High: 1 for a test currency. Low: exponent. */
    private static final int TEST_EXPONENT = 1;

    private static final int CURRENCY = 0;
    private static final int WIDTH = 2;

    private final Rows rows;
    private final Index index;
    /** The row found last: a hint only, its currency is compared. */
    private int recent = 1;

    public Currencies(Memory memory) {
        rows = new Rows(memory, WIDTH);
        index = new Index(memory);
    }

    public boolean knows(Currency currency) {
        return find(currency) != 0;
    }

    public boolean test(Currency currency) {
        int row = find(currency);
        return row != 0 && rows.high(row, TEST_EXPONENT) != 0;
    }

    public void define(Currency currency, int exponent, boolean test) {
        int row = rows.add();
        rows.set(row, CURRENCY, currency.packed());
        rows.set(row, TEST_EXPONENT, (test ? 1L << 32 : 0) | exponent);
        index.add(Index.hash(currency.packed(), 0), row);
    }

    /** The highest row; rows from 1 on are all in use. */
    public int highest() {
        return rows.highest();
    }

    public Currency currency(int row) {
        return Currency.ofPacked(rows.low(row, CURRENCY));
    }

    public int exponent(int row) {
        return rows.low(row, TEST_EXPONENT);
    }

    private int find(Currency currency) {
        if (recent <= rows.highest() && rows.get(recent, CURRENCY) == currency.packed()) {
            return recent;
        }
        for (int row = index.first(Index.hash(currency.packed(), 0)); row != 0; row = index.next()) {
            if (rows.low(row, CURRENCY) == currency.packed()) {
                recent = row;
                return row;
            }
        }
        return 0;
    }
}
