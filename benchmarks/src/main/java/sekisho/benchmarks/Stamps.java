package sekisho.benchmarks;

import java.util.Arrays;

/** When each frame of a load was made: with the transfers' numbers, all that is needed to make it again. Owned by one thread. */
final class Stamps {
    private long[] millis = new long[1 << 16];
    private int count;

    void add(long value) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, count * 2);
        }
        millis[count++] = value;
    }

    int count() {
        return count;
    }

    long get(int frame) {
        return millis[frame];
    }
}
