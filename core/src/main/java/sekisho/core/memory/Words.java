package sekisho.core.memory;

import java.util.Arrays;

/** A long array in pages of 16 KiB. Words that were never written are 0. */
public final class Words {

    private static final int PAGE_BITS = 11;
    private static final int PAGE_WORDS = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE_WORDS - 1;

    private final Guard guard;
    private long[][] pages;
    private int[] epochs;
    private int count;

    Words(Guard guard) {
        this(guard, new long[4][], new int[4], 0);
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

    /** Sets the word at an index below the size. */
    public void set(long index, long value) {
        if (guard.careful) {
            prepare(index);
        }
        pages[(int) (index >>> PAGE_BITS)][(int) index & PAGE_MASK] = value;
    }

    /** Makes room for at least so many words. */
    public void reserve(long size) {
        while ((long) count << PAGE_BITS < size) {
            addPage();
        }
    }

    Words freeze() {
        return new Words(guard, Arrays.copyOf(pages, count), new int[0], count);
    }

    long bytes() {
        return (long) count * PAGE_WORDS * Long.BYTES + 8L * pages.length;
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

    private void addPage() {
        if (count == pages.length) {
            pages = Arrays.copyOf(pages, count + count / 2);
            epochs = Arrays.copyOf(epochs, count + count / 2);
        }
        pages[count] = new long[PAGE_WORDS];
        epochs[count] = guard.epoch;
        count++;
    }
}
