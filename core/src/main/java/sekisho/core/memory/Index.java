package sekisho.core.memory;

import java.util.Arrays;

/**
 * A hash index from keys to rows by linear hashing (Litwin 1980): it grows by splitting one bucket per insertion, so
 * that no insertion ever takes long. A bucket is seven slots and a link to an overflow bucket, 64 bytes in all. A slot
 * holds the row (low 32 bits) and a tag (high 32 bits of the key's hash); the caller compares the row's key.
 *
 * <pre>{@code
 * for (int row = index.first(hash); row != 0; row = index.next()) {
 *     if (rows.get(row, KEY) == key) { return row; }
 * }
 * }</pre>
 */
public final class Index {

    private static final int BUCKET = 8;
    private static final int SLOTS = 7;
    private static final int TARGET = 5;

    // The words of bucket 0 of the main table are the index's own.
    private static final int COUNT = 0;
    private static final int LEVEL = 1;
    private static final int SPLIT = 2;

    private final Words main;
    private final Rows overflow;

    // Where the last first() or next() stands.
    private long tag;
    private boolean inOverflow;
    private long bucket;
    private int slot;

    // Entries of the bucket being split.
    private long[] moved = new long[16];

    public Index(Memory memory) {
        main = memory.words();
        overflow = new Rows(memory, BUCKET);
        if (!memory.frozen()) {
            main.reserve(2 * BUCKET);
        }
    }

    /** How many bytes it takes. */
    public long bytes() {
        return main.bytes() + overflow.bytes();
    }

    /** How many rows are in it. */
    public long count() {
        return main.get(COUNT);
    }

    /** The first row that may have the key with this hash, or 0. */
    public int first(long hash) {
        tag = hash >>> 32;
        bucket = bucketOf(tag);
        inOverflow = false;
        // A bucket of the main table lies in one page: look it up once.
        long at = (bucket + 1) * BUCKET;
        long[] page = main.page(at);
        int place = Words.place(at);
        for (int i = 0; i < SLOTS; i++) {
            long entry = page[place + i];
            if (entry >>> 32 == tag && entry != 0) {
                slot = i;
                return (int) entry;
            }
            if (entry == 0) {
                slot = SLOTS;
                return 0;
            }
        }
        slot = SLOTS;
        return page[place + SLOTS] == 0 ? 0 : next();
    }

    /** The next row that may have the key of the last {@link #first}, or 0. */
    public int next() {
        while (true) {
            while (++slot < SLOTS) {
                long entry = read(slot);
                if (entry == 0) {
                    return 0;
                }
                if (entry >>> 32 == tag) {
                    return (int) entry;
                }
            }
            if (!advance()) {
                return 0;
            }
        }
    }

    /** Adds a row under a hash. */
    public void add(long hash, int row) {
        insert((hash & 0xFFFF_FFFF_0000_0000L) | row);
        long count = main.get(COUNT) + 1;
        main.set(COUNT, count);
        if (count > TARGET * ((1L << main.get(LEVEL)) + main.get(SPLIT))) {
            split();
        }
    }

    /** Removes a row that was added under this hash. */
    public void remove(long hash, int row) {
        long entry = (hash & 0xFFFF_FFFF_0000_0000L) | row;
        long home = bucketOf(hash >>> 32);
        int size = collect(home);
        int at = 0;
        while (at < size && moved[at] != entry) {
            at++;
        }
        if (at == size) {
            throw new IllegalStateException("the row is not in the index");
        }
        moved[at] = moved[size - 1];
        empty(home);
        for (int i = 0; i < size - 1; i++) {
            insert(moved[i]);
        }
        main.set(COUNT, main.get(COUNT) - 1);
    }

    /** Reads the bucket of a hash, so that a look-up soon after finds it in the processor's cache; the value means nothing. */
    public long touch(long hash) {
        long home = (bucketOf(hash >>> 32) + 1) * BUCKET;
        return main.get(home) ^ main.get(home + SLOTS);
    }

    /** A hash of a key of two words, well spread in its high half. */
    public static long hash(long a, long b) {
        long x = (a + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        x ^= x >>> 32;
        x = (x + b) * 0x94D049BB133111EBL;
        x ^= x >>> 29;
        return x * 0xD6E8FEB86659FD93L;
    }

    private void insert(long entry) {
        bucket = bucketOf(entry >>> 32);
        inOverflow = false;
        do {
            for (int i = 0; i < SLOTS; i++) {
                if (read(i) == 0) {
                    write(i, entry);
                    return;
                }
            }
        } while (advance());
        int fresh = overflow.add();
        write(SLOTS, fresh);
        overflow.set(fresh, 0, entry);
    }

    private void split() {
        long level = main.get(LEVEL);
        long split = main.get(SPLIT);
        main.reserve(((1L << level) + split + 2) * BUCKET);
        int size = collect(split);
        empty(split);
        if (split + 1 == 1L << level) {
            main.set(LEVEL, level + 1);
            main.set(SPLIT, 0);
        } else {
            main.set(SPLIT, split + 1);
        }
        for (int i = 0; i < size; i++) {
            insert(moved[i]);
        }
    }

    /** Copies a bucket's entries, its overflow's too, to {@link #moved}. */
    private int collect(long home) {
        int size = 0;
        bucket = home;
        inOverflow = false;
        do {
            for (int i = 0; i < SLOTS && read(i) != 0; i++) {
                if (size == moved.length) {
                    moved = Arrays.copyOf(moved, 2 * size);
                }
                moved[size++] = read(i);
            }
        } while (advance());
        return size;
    }

    private void empty(long home) {
        bucket = home;
        inOverflow = false;
        int link = (int) read(SLOTS);
        for (int i = 0; i < BUCKET; i++) {
            if (read(i) != 0) {
                write(i, 0);
            }
        }
        while (link != 0) {
            int following = overflow.low(link, SLOTS);
            overflow.remove(link);
            link = following;
        }
    }

    private long bucketOf(long tag) {
        long level = main.get(LEVEL);
        long home = tag & (1L << level) - 1;
        return home < main.get(SPLIT) ? tag & (2L << level) - 1 : home;
    }

    private boolean advance() {
        long link = read(SLOTS);
        if (link == 0) {
            return false;
        }
        bucket = link;
        inOverflow = true;
        slot = -1;
        return true;
    }

    private long read(int i) {
        return inOverflow ? overflow.get((int) bucket, i) : main.get((bucket + 1) * BUCKET + i);
    }

    private void write(int i, long value) {
        if (inOverflow) {
            overflow.set((int) bucket, i, value);
        } else {
            main.set((bucket + 1) * BUCKET + i, value);
        }
    }
}
