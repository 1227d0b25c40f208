package sekisho.core.memory;

import java.util.Arrays;

/**
 * A long array in pages of 64 KiB; the first page begins small, so that small tables are small. Words that were never
 * written are 0.
 */
public final class Words {

    private static final int PAGE_BITS = 13;
    private static final int PAGE_WORDS = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE_WORDS - 1;
    private static final int FIRST_WORDS = 64;

    private final Guard guard;
    private long[][] pages;
    private int[] epochs;
    private int count;

    Words(Guard guard) {
        this(guard, new long[1][], new int[1], 0);
    }

    private Words(Guard guard, long[][] pages, int[] epochs, int count) {
        this.guard = guard;
        this.pages = pages;
        this.epochs = epochs;
        this.count = count;
    }

    /** The word at an index below the size. */
    public long get(long index) {
        return pages[(int) (index >>> PAGE_BITS)][(int) index & PAGE_MASK];
    }

    /** The page that a word lies in, to be read only and at once; {@link #place} says where in it. */
    long[] page(long index) {
        return pages[(int) (index >>> PAGE_BITS)];
    }

    /** Where in its page a word lies. */
    static int place(long index) {
        return (int) index & PAGE_MASK;
    }

    /** Sets the word at an index below the size. */
    public void set(long index, long value) {
        if (guard.careful) {
            prepare(index);
        }
        pages[(int) (index >>> PAGE_BITS)][(int) index & PAGE_MASK] = value;
    }

    /** Makes room for at least so many words. */
    public void reserve(long size) {
        if (count <= 1 && size <= PAGE_WORDS) {
            growFirst((int) size);
            return;
        }
        growFirst(PAGE_WORDS);
        while ((long) count << PAGE_BITS < size) {
            addPage(PAGE_WORDS);
        }
    }

    /** Gives the pages back; nobody may read or write any more. */
    void release() {
        for (int page = 0; page < count; page++) {
            if (pages[page].length == PAGE_WORDS) {
                guard.spares.give(pages[page]);
            }
        }
        pages = new long[0][];
        count = 0;
    }

    Words freeze() {
        return new Words(guard, Arrays.copyOf(pages, count), new int[0], count);
    }

    long bytes() {
        long words = count == 0 ? 0 : pages[0].length + (count - 1L) * PAGE_WORDS;
        return words * Long.BYTES + 8L * pages.length;
    }

    private void prepare(long index) {
        int page = (int) (index >>> PAGE_BITS);
        if (epochs[page] != guard.epoch) {
            pages[page] = pages[page].clone();
            epochs[page] = guard.epoch;
        }
        if (guard.undoing) {
            guard.written(this, index, pages[page][(int) index & PAGE_MASK]);
        }
    }

    private void growFirst(int size) {
        if (count == 0) {
            addPage(FIRST_WORDS);
        }
        int length = pages[0].length;
        if (length < size) {
            while (length < size) {
                length *= 2;
            }
            pages[0] = Arrays.copyOf(pages[0], length);
            epochs[0] = guard.epoch;
        }
    }

    private void addPage(int words) {
        if (count == pages.length) {
            pages = Arrays.copyOf(pages, count + count / 2 + 1);
            epochs = Arrays.copyOf(epochs, count + count / 2 + 1);
        }
        pages[count] = words == PAGE_WORDS ? guard.spares.take(PAGE_WORDS) : new long[words];
        epochs[count] = guard.epoch;
        count++;
    }
}
