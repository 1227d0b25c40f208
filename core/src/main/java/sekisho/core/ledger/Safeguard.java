package sekisho.core.ledger;

import sekisho.core.memory.Index;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.Currency;

/**
 * Safeguarding, per book and currency: e-money outstanding (balances of wallets and merchants) against money held for it
 * (settlement and in-transit).
 */
public final class Safeguard {

    private static final int KEY = 0;
    private static final int OUTSTANDING = 1;
    private static final int HELD = 2;
    private static final int WIDTH = 3;

    private final Rows rows;
    private final Index index;

    public Safeguard(Memory memory) {
        rows = new Rows(memory, WIDTH);
        index = new Index(memory);
    }

    public long outstanding(int book, Currency currency) {
        int row = find(key(book, currency));
        return row == 0 ? 0 : rows.get(row, OUTSTANDING);
    }

    public long held(int book, Currency currency) {
        int row = find(key(book, currency));
        return row == 0 ? 0 : rows.get(row, HELD);
    }

    /** Whether this change would leave less money than e-money, and worse than it is. */
    public boolean shortfall(int book, Currency currency, long outstandingChange, long heldChange) {
        long change = outstandingChange - heldChange;
        return change > 0 && outstanding(book, currency) - held(book, currency) + change > 0;
    }

    public void add(int book, Currency currency, long outstandingChange, long heldChange) {
        if (outstandingChange == 0 && heldChange == 0) {
            return;
        }
        long key = key(book, currency);
        int row = find(key);
        if (row == 0) {
            row = rows.add();
            rows.set(row, KEY, key);
            index.add(Index.hash(key, 0), row);
        }
        rows.set(row, OUTSTANDING, rows.get(row, OUTSTANDING) + outstandingChange);
        rows.set(row, HELD, rows.get(row, HELD) + heldChange);
    }

    private static long key(int book, Currency currency) {
        return ((long) book << 32) | currency.packed();
    }

    private int find(long key) {
        for (int row = index.first(Index.hash(key, 0)); row != 0; row = index.next()) {
            if (rows.get(row, KEY) == key) {
                return row;
            }
        }
        return 0;
    }
}
