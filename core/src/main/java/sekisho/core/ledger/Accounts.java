package sekisho.core.ledger;

import sekisho.core.memory.Index;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.Side;

/**
 * Accounts: eight words, in two rows of the holders' table. Every change of a counter moves the account's sequence on by one.
 * Floors other than 0 are rare and stand in a table of their own.
 */
public final class Accounts {

    /** No counter pair (posted and pending of one side) may exceed this. */
    public static final long MAX_COUNTER = 1L << 62;

    /** High: holder. Low: the holder's next account. */
    private static final int HOLDER_NEXT = 0;
    /** Currency in 24 bits, code in 16, kind in 8, one bit for "has a floor". */
    private static final int ABOUT = 1;

    private static final int DEBITS_POSTED = 2;
    private static final int CREDITS_POSTED = 3;
    private static final int DEBITS_PENDING = 4;
    private static final int CREDITS_PENDING = 5;
    private static final int USER_DATA = 6;
    private static final int SEQUENCE = 7;
    private static final int CODE_SHIFT = 24;
    private static final int KIND_SHIFT = 40;
    private static final long FLOOR_BIT = 1L << 48;

    private final Holders holders;
    private final Rows rows;
    private final Rows floors;
    private final Index floorOf;
    private Currency recent = Currency.NONE;

    public Accounts(Memory memory, Holders holders) {
        this.holders = holders;
        rows = holders.rows();
        floors = new Rows(memory, 2);
        floorOf = new Index(memory);
    }

    /** The holder's account in a currency, or 0. */
    public int find(int holder, Currency currency) {
        int row = holders.firstAccount(holder);
        while (row != 0 && currencyPacked(row) != currency.packed()) {
            row = next(row);
        }
        return row;
    }

    /** Opens an account after the others of its holder. */
    public int open(int holder, Currency currency, int code, long userData) {
        int row = rows.add();
        if (rows.add() != row + 1) {
            throw new IllegalStateException("an account's rows lie side by side");
        }
        rows.set(row, HOLDER_NEXT, (long) holder << 32);
        long kind = holders.kind(holder).code();
        rows.set(row, ABOUT, currency.packed() | ((long) code << CODE_SHIFT) | (kind << KIND_SHIFT));
        rows.set(row, USER_DATA, userData);
        int last = holders.firstAccount(holder);
        if (last == 0) {
            holders.setFirstAccount(holder, row);
            return row;
        }
        while (next(last) != 0) {
            last = next(last);
        }
        rows.setLow(last, HOLDER_NEXT, row);
        return row;
    }

    /** The account of a bank or of the house, opened when first touched. */
    public int system(BookId book, AccountKind kind, long owner, Currency currency) {
        int holder = holders.find(book, kind, owner);
        if (holder == 0) {
            holder = holders.add(book, kind, owner);
        }
        int row = find(holder, currency);
        return row != 0 ? row : open(holder, currency, 0, 0);
    }

    public AccountKey key(int row) {
        int holder = holder(row);
        return new AccountKey(Books.of(holders.book(holder)), kind(row), holders.owner(holder), currency(row));
    }

    /** Whether it belongs to a wallet that may have young money. */
    public boolean young(int row) {
        return holders.young(holder(row));
    }

    public int holder(int row) {
        return rows.high(row, HOLDER_NEXT);
    }

    /** The holder's next account, or 0. */
    public int next(int row) {
        return rows.low(row, HOLDER_NEXT);
    }

    public AccountKind kind(int row) {
        return AccountKind.ofCode((int) (rows.get(row, ABOUT) >>> KIND_SHIFT) & 0xFF);
    }

    public Currency currency(int row) {
        int packed = currencyPacked(row);
        if (recent.packed() != packed) {
            recent = Currency.ofPacked(packed);
        }
        return recent;
    }

    public int code(int row) {
        return (int) (rows.get(row, ABOUT) >>> CODE_SHIFT) & 0xFFFF;
    }

    public long userData(int row) {
        return rows.get(row, USER_DATA);
    }

    public long sequence(int row) {
        return rows.get(row, SEQUENCE);
    }

    public long posted(int row, Side side) {
        return rows.get(row, side == Side.DEBIT ? DEBITS_POSTED : CREDITS_POSTED);
    }

    public long pending(int row, Side side) {
        return rows.get(row, side == Side.DEBIT ? DEBITS_PENDING : CREDITS_PENDING);
    }

    /** The posted balance in the account's normal direction. */
    public long balance(int row) {
        long credit = rows.get(row, CREDITS_POSTED) - rows.get(row, DEBITS_POSTED);
        return kind(row).normal() == AccountKind.Normal.CREDIT ? credit : -credit;
    }

    /** The balance less what is reserved to leave. */
    public long available(int row) {
        return balance(row) - pending(row, lowering(row));
    }

    /** How much may leave now: available less floor, not below 0. Only for kinds with a floor. */
    public long spendable(int row) {
        return Math.max(0, available(row) - floor(row));
    }

    /** The side that lowers the balance. */
    public Side lowering(int row) {
        return kind(row).normal() == AccountKind.Normal.CREDIT ? Side.DEBIT : Side.CREDIT;
    }

    /** Whether accounts of this kind have a floor at all. */
    public static boolean floored(AccountKind kind) {
        return kind.customer() || kind == AccountKind.SETTLEMENT;
    }

    public long floor(int row) {
        return (rows.get(row, ABOUT) & FLOOR_BIT) == 0 ? 0 : floors.get(floorRow(row), 1);
    }

    public void setFloor(int row, long floor) {
        int at = (rows.get(row, ABOUT) & FLOOR_BIT) == 0 ? 0 : floorRow(row);
        if (at == 0) {
            if (floor == 0) {
                return;
            }
            at = floors.add();
            floors.set(at, 0, row);
            floorOf.add(Index.hash(row, 0), at);
            rows.set(row, ABOUT, rows.get(row, ABOUT) | FLOOR_BIT);
        }
        floors.set(at, 1, floor);
    }

    void addPosted(int row, Side side, long amount) {
        add(row, side == Side.DEBIT ? DEBITS_POSTED : CREDITS_POSTED, amount);
    }

    void addPending(int row, Side side, long amount) {
        add(row, side == Side.DEBIT ? DEBITS_PENDING : CREDITS_PENDING, amount);
    }

    /** Sets counters and sequence, from a snapshot. */
    public void restore(int row, long[] counters, long sequence) {
        for (int i = 0; i < 4; i++) {
            rows.set(row, DEBITS_POSTED + i, counters[i]);
        }
        rows.set(row, SEQUENCE, sequence);
    }

    private void add(int row, int counter, long amount) {
        rows.set(row, counter, rows.get(row, counter) + amount);
        rows.set(row, SEQUENCE, rows.get(row, SEQUENCE) + 1);
    }

    /** The currency's packed letters. */
    int currencyPacked(int row) {
        return rows.low(row, ABOUT) & 0xFF_FFFF;
    }

    private int floorRow(int row) {
        for (int at = floorOf.first(Index.hash(row, 0)); at != 0; at = floorOf.next()) {
            if (floors.get(at, 0) == row) {
                return at;
            }
        }
        throw new IllegalStateException("an account's floor is missing");
    }
}
