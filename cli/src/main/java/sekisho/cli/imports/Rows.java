package sekisho.cli.imports;

import java.util.Arrays;
import java.util.BitSet;

/** The rows of a foreign stream, as columns: some 25 bytes a row. Owned by one thread while it is filled, then read by any. */
final class Rows {
    /** The most rows of one file. */
    static final int MAX = 100_000_000;

    /** The destination of a row whose other side gets no account here. */
    static final int OUTSIDE = -1;

    private int[] steps = new int[4_096];
    private Action[] actions = new Action[4_096];
    private long[] amounts = new long[4_096];
    private int[] origins = new int[4_096];
    private int[] destinations = new int[4_096];
    private final BitSet overdrafts = new BitSet();
    private int count;

    void add(ForeignRow row, int origin, int destination) {
        if (count == steps.length) {
            grow(Math.min(MAX, count * 2));
        }
        steps[count] = row.step();
        actions[count] = row.action();
        amounts[count] = row.amount();
        origins[count] = origin;
        destinations[count] = destination;
        overdrafts.set(count, row.overdraft());
        count++;
    }

    int count() {
        return count;
    }

    int step(int row) {
        return steps[row];
    }

    Action action(int row) {
        return actions[row];
    }

    /** Minor units. */
    long amount(int row) {
        return amounts[row];
    }

    /** Index into {@link Accounts}. */
    int origin(int row) {
        return origins[row];
    }

    /** Index into {@link Accounts}, or {@link #OUTSIDE}. */
    int destination(int row) {
        return destinations[row];
    }

    /** The rows, from 0, that the file marks as overdrafts that were not allowed. */
    BitSet overdrafts() {
        return (BitSet) overdrafts.clone();
    }

    private void grow(int length) {
        steps = Arrays.copyOf(steps, length);
        actions = Arrays.copyOf(actions, length);
        amounts = Arrays.copyOf(amounts, length);
        origins = Arrays.copyOf(origins, length);
        destinations = Arrays.copyOf(destinations, length);
    }
}
