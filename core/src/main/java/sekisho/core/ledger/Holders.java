package sekisho.core.ledger;

import sekisho.core.memory.Index;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.FreezeScope;

/**
 * Who owns accounts. A row of four words: owner; book, kind, tier, frozen, closed; first account and first usage of a
 * limit; first link and how many links. Accounts stand in the same table, two rows each: so a wallet and its first account,
 * opened together, lie side by side, and one look into memory brings both.
 */
public final class Holders {

    private static final int OWNER = 0;
    private static final int ABOUT = 1;
    /** High: first usage of a limit. Low: first account. */
    private static final int USAGE_ACCOUNT = 2;
    /** High: how many links. Low: first link. */
    private static final int LINKS = 3;

    private static final int WIDTH = 4;
    /** Words of a holder and its first account. */
    private static final int WITH_ACCOUNT = 12;

    // Bits of ABOUT.
    private static final int KIND = 16;
    private static final int TIER = 24;
    private static final int FROZEN = 32;
    private static final int CLOSED = 40;
    /** 13 bits: the epoch of the rules in which the wallet's identity was found assured, 0: not. A hint only. */
    private static final int ASSURED = 48;

    private static final long ASSURED_MASK = ((1L << 13) - 1) << ASSURED;
    /** Whether the wallet may have young money. */
    private static final long YOUNG_BIT = 1L << 61;
    /** Set in holders only: an account's second and sixth word never have it. */
    private static final long HOLDER_BIT = 1L << 63;

    private static final int HINTS = 1 << 16;

    private final Rows rows;
    private final Index index;
    /** Row 1, word 0: how many wallets and merchants there are. */
    private final Rows counts;
    /** Where holders were found last: high half of the hash, and the row. Hints only: the row's key is compared. */
    private final long[] hints;

    public Holders(Memory memory) {
        rows = new Rows(memory, WIDTH);
        index = new Index(memory);
        counts = new Rows(memory, 1);
        hints = new long[memory.frozen() ? 1 : HINTS];
        if (counts.live() == 0) {
            counts.add();
        }
    }

    /** The holder's row, or 0. */
    public int find(BookId book, AccountKind kind, long owner) {
        long about = about(book, kind);
        long hash = Index.hash(owner, about);
        int hint = hint(hash);
        if (hint != 0 && is(hint, owner, about)) {
            return hint;
        }
        for (int row = index.first(hash); row != 0; row = index.next()) {
            if (is(row, owner, about)) {
                hints[place(hash)] = (hash & 0xFFFF_FFFF_0000_0000L) | row;
                return row;
            }
        }
        return 0;
    }

    /** The hash under which a holder is found. */
    public long hash(BookId book, AccountKind kind, long owner) {
        return Index.hash(owner, about(book, kind));
    }

    /** Brings the way to a holder into the processor's cache; the value means nothing. */
    public long touch(long hash) {
        return hint(hash) != 0 ? 0 : index.touch(hash);
    }

    /** The row that a later {@link #find} will most likely find, or 0; its key is not compared. */
    public int likely(long hash) {
        int hint = hint(hash);
        if (hint != 0) {
            return hint;
        }
        int row = index.first(hash);
        if (row != 0) {
            hints[place(hash)] = (hash & 0xFFFF_FFFF_0000_0000L) | row;
        }
        return row;
    }

    /** Brings a holder and its first account into the processor's cache; the value means nothing. */
    public long touchRow(int row) {
        return rows.get(row, OWNER) ^ rows.get(row, WITH_ACCOUNT - 1);
    }

    private boolean is(int row, long owner, long about) {
        return rows.get(row, OWNER) == owner && (rows.get(row, ABOUT) & 0xFF_FFFF) == about;
    }

    private int hint(long hash) {
        long hint = hints[place(hash)];
        return hint >>> 32 == hash >>> 32 ? (int) hint : 0;
    }

    private int place(long hash) {
        return (int) (hash >>> 16) & (hints.length - 1);
    }

    private static long about(BookId book, AccountKind kind) {
        return book.value() | ((long) kind.code() << KIND);
    }

    public int add(BookId book, AccountKind kind, long owner) {
        long about = about(book, kind);
        int row = rows.add();
        rows.set(row, OWNER, owner);
        rows.set(row, ABOUT, about | HOLDER_BIT);
        index.add(Index.hash(owner, about), row);
        if (kind.customer()) {
            counts.set(1, 0, customers() + 1);
        }
        return row;
    }

    /** How many wallets and merchants there are, closed ones too. */
    public long customers() {
        return counts.get(1, 0);
    }

    public long owner(int row) {
        return rows.get(row, OWNER);
    }

    public int book(int row) {
        return rows.low(row, ABOUT) & 0xFFFF;
    }

    public AccountKind kind(int row) {
        return AccountKind.ofCode(part(row, KIND));
    }

    /** The tier's number; 0 for all but wallets. */
    public int tier(int row) {
        return part(row, TIER);
    }

    public void setTier(int row, int tier) {
        setPart(row, TIER, tier);
    }

    public FreezeScope frozen(int row) {
        return FreezeScope.ofCode(part(row, FROZEN));
    }

    public void setFrozen(int row, FreezeScope scope) {
        setPart(row, FROZEN, scope.code());
    }

    public boolean closed(int row) {
        return part(row, CLOSED) != 0;
    }

    public void close(int row) {
        setPart(row, CLOSED, 1);
    }

    /** The epoch of the rules in which the wallet's identity was found assured, or 0. */
    public int assuredIn(int row) {
        return (int) ((rows.get(row, ABOUT) & ASSURED_MASK) >>> ASSURED);
    }

    public void setAssuredIn(int row, int epoch) {
        rows.set(row, ABOUT, (rows.get(row, ABOUT) & ~ASSURED_MASK) | ((long) epoch << ASSURED));
    }

    /** Whether the wallet may have young money. */
    public boolean young(int row) {
        return (rows.get(row, ABOUT) & YOUNG_BIT) != 0;
    }

    public void setYoung(int row, boolean young) {
        long about = rows.get(row, ABOUT);
        rows.set(row, ABOUT, young ? about | YOUNG_BIT : about & ~YOUNG_BIT);
    }

    public int firstAccount(int row) {
        return rows.low(row, USAGE_ACCOUNT);
    }

    public void setFirstAccount(int row, int account) {
        rows.setLow(row, USAGE_ACCOUNT, account);
    }

    public int firstUsage(int row) {
        return rows.high(row, USAGE_ACCOUNT);
    }

    public void setFirstUsage(int row, int usage) {
        rows.setHigh(row, USAGE_ACCOUNT, usage);
    }

    public int firstLink(int row) {
        return rows.low(row, LINKS);
    }

    public void setFirstLink(int row, int link) {
        rows.setLow(row, LINKS, link);
    }

    public int links(int row) {
        return rows.high(row, LINKS);
    }

    public void setLinks(int row, int links) {
        rows.setHigh(row, LINKS, links);
    }

    /** The table that accounts share. */
    Rows rows() {
        return rows;
    }

    /** The highest row; see {@link #isHolder}. */
    public int highest() {
        return rows.highest();
    }

    /** Whether a row is a holder's, not an account's. */
    public boolean isHolder(int row) {
        return rows.get(row, ABOUT) < 0;
    }

    private int part(int row, int shift) {
        return (int) (rows.get(row, ABOUT) >>> shift) & 0xFF;
    }

    private void setPart(int row, int shift, int value) {
        rows.set(row, ABOUT, (rows.get(row, ABOUT) & ~(0xFFL << shift)) | ((long) value << shift));
    }
}
