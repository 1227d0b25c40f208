package sekisho.core.memory;

import java.util.Arrays;

/**
 * Pages that were given back, to be used again. The journal takes and drops pages all day long; without this each of them
 * would be allocated, copied once and found dead by the garbage collector.
 */
final class SparePages {

    /** Most pages kept: half a gibibyte. What is given back beyond it is the collector's. */
    private static final int MOST = 8192;

    private long[][] pages = new long[64][];
    private int count;

    /** A page of zeros. */
    long[] take(int words) {
        if (count == 0) {
            return new long[words];
        }
        long[] page = pages[--count];
        Arrays.fill(page, 0);
        return page;
    }

    void give(long[] page) {
        if (count == MOST) {
            return;
        }
        if (count == pages.length) {
            pages = Arrays.copyOf(pages, 2 * count);
        }
        pages[count++] = page;
    }
}
