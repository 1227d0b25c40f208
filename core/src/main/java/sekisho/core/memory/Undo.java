package sekisho.core.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was written in an undo scope, and what stood there before. */
final class Undo {

    private final List<Words> where = new ArrayList<>();
    private long[] indexes = new long[256];
    private long[] before = new long[256];

    void add(Words words, long index, long value) {
        int size = where.size();
        if (size == indexes.length) {
            indexes = Arrays.copyOf(indexes, 2 * size);
            before = Arrays.copyOf(before, 2 * size);
        }
        indexes[size] = index;
        before[size] = value;
        where.add(words);
    }

    /** Writes everything back, the last first. */
    void restore() {
        for (int i = where.size() - 1; i >= 0; i--) {
            where.get(i).set(indexes[i], before[i]);
        }
        forget();
    }

    void forget() {
        where.clear();
    }
}
