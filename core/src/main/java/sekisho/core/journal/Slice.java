package sekisho.core.journal;

/**
 * A hash index from request ids to the rows of one minute, for the ids of one short time. It only grows, is small, and goes
 * with its minute: so it is a plain table with open addressing that doubles, and half of it stays empty. An entry holds the
 * row (low 32 bits) and a tag (high 32 bits of the id's hash); the caller compares the row's id.
 *
 * <p>It is not undone and not frozen: answers are remembered outside of chains, and nobody looks up in a frozen view.
 */
final class Slice {
    private static final int FIRST_ENTRIES = 16;

    private long[] entries = new long[FIRST_ENTRIES];
    private int count;

    /** The place of the first row that may have the id with this hash; −1: there is none. */
    int first(long hash) {
        return from(home(hash), hash);
    }

    /** The place behind this one of the next row that may have the id with this hash; −1: there is none. */
    int next(int place, long hash) {
        return from((place + 1) & (entries.length - 1), hash);
    }

    /** The row at a place. */
    int row(int place) {
        return (int) entries[place];
    }

    /** Adds a row under a hash. */
    void add(long hash, int row) {
        if (2 * count >= entries.length) {
            grow();
        }
        put((hash & 0xFFFF_FFFF_0000_0000L) | row);
        count++;
    }

    long bytes() {
        return (long) entries.length * Long.BYTES;
    }

    private int from(int start, long hash) {
        long[] table = entries;
        int place = start;
        for (long entry = table[place]; entry != 0; entry = table[place]) {
            if ((entry ^ hash) >>> 32 == 0) {
                return place;
            }
            place = (place + 1) & (table.length - 1);
        }
        return -1;
    }

    private void grow() {
        long[] before = entries;
        entries = new long[2 * before.length];
        for (long entry : before) {
            if (entry != 0) {
                put(entry);
            }
        }
    }

    private int home(long hash) {
        return (int) (hash >>> 32) & (entries.length - 1);
    }

    private void put(long entry) {
        long[] table = entries;
        int place = home(entry);
        while (table[place] != 0) {
            place = (place + 1) & (table.length - 1);
        }
        table[place] = entry;
    }
}
