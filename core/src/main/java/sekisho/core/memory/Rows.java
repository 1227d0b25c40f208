package sekisho.core.memory;

/**
 * A table of rows of equal width. Rows are numbered from 1; a removed row's number is used again. Row 0 holds the table's
 * own three words: highest row so far, first free row, rows in use.
 */
public final class Rows {

    private static final int HIGHEST = 0;
    private static final int FREE = 1;
    private static final int LIVE = 2;
    private static final int MIN_WIDTH = 3;
    /** Words behind the last row that may be read, for their neighbours' sake. */
    private static final int LOOKAHEAD = 16;

    private final Words words;
    private final int width;
    private final int stride;

    /** @param width words a row, at least 1 */
    public Rows(Memory memory, int width) {
        this.width = width;
        this.stride = Math.max(width, MIN_WIDTH);
        this.words = memory.words();
        if (!memory.frozen()) {
            words.reserve(stride + LOOKAHEAD);
        }
    }

    /** Takes a row; all its words are 0. */
    public int add() {
        words.set(LIVE, words.get(LIVE) + 1);
        int free = (int) words.get(FREE);
        if (free != 0) {
            words.set(FREE, get(free, 0));
            set(free, 0, 0);
            return free;
        }
        int row = Math.toIntExact(words.get(HIGHEST) + 1);
        words.set(HIGHEST, row);
        words.reserve((row + 1L) * stride + LOOKAHEAD);
        return row;
    }

    /** Gives a row back. */
    public void remove(int row) {
        for (int field = 1; field < width; field++) {
            set(row, field, 0);
        }
        set(row, 0, words.get(FREE));
        words.set(FREE, row);
        words.set(LIVE, words.get(LIVE) - 1);
    }

    public long get(int row, int field) {
        return words.get((long) row * stride + field);
    }

    public void set(int row, int field, long value) {
        words.set((long) row * stride + field, value);
    }

    /** The high 32 bits of a word, unsigned. */
    public int high(int row, int field) {
        return (int) (get(row, field) >>> 32);
    }

    /** The low 32 bits of a word. */
    public int low(int row, int field) {
        return (int) get(row, field);
    }

    public void setHigh(int row, int field, int value) {
        set(row, field, ((long) value << 32) | (get(row, field) & 0xFFFF_FFFFL));
    }

    public void setLow(int row, int field, int value) {
        set(row, field, (get(row, field) & 0xFFFF_FFFF_0000_0000L) | (value & 0xFFFF_FFFFL));
    }

    /** Reads a row, so that it is in the processor's cache soon after; the value means nothing. */
    public long touch(int row) {
        long at = (long) row * stride;
        return words.get(at) ^ words.get(at + stride - 1);
    }

    /** How many bytes it takes. */
    long bytes() {
        return words.bytes();
    }

    /** How many rows are in use. */
    public long live() {
        return words.get(LIVE);
    }

    /** The highest row number ever used; some below it may be free. */
    public int highest() {
        return (int) words.get(HIGHEST);
    }
}
