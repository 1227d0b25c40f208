package sekisho.core.time;

import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.core.memory.Words;
import sekisho.protocol.DeadlineKind;

/**
 * What falls due, in the order of time, ties in the order in which they were set. A binary heap of deadline rows; each row
 * knows its place in the heap, so a deadline that is not needed any more is taken out at once.
 */
public final class Deadlines {

    private static final int AT = 0;
    private static final int SEQUENCE = 1;
    /** High: place in the heap, from 1. Low: kind. */
    private static final int PLACE_KIND = 2;
    /** High: the caller's extra number. Low: the row of the subject in its own table. */
    private static final int EXTRA_SUBJECT = 3;

    private static final int WIDTH = 4;

    private final Rows rows;
    /** Word 0: the last sequence given out; word i: the deadline row in place i. */
    private final Words heap;

    public Deadlines(Memory memory) {
        rows = new Rows(memory, WIDTH);
        heap = memory.words();
        if (rows.live() == 0) {
            heap.reserve(1);
        }
    }

    /** Sets a deadline after all others of the same time; returns its row. */
    public int set(long at, DeadlineKind kind, int subject, int extra) {
        long sequence = lastSequence() + 1;
        heap.set(0, sequence);
        return restore(at, sequence, kind, subject, extra);
    }

    /** Sets a deadline as it was in a snapshot. */
    public int restore(long at, long sequence, DeadlineKind kind, int subject, int extra) {
        int row = rows.add();
        rows.set(row, AT, at);
        rows.set(row, SEQUENCE, sequence);
        rows.set(row, PLACE_KIND, kind.code());
        rows.set(row, EXTRA_SUBJECT, ((long) extra << 32) | subject);
        heap.reserve(size() + 1);
        up(size(), row);
        return row;
    }

    /** Takes a deadline out, processed or not needed any more. */
    public void clear(int row) {
        int last = size();
        int hole = rows.high(row, PLACE_KIND);
        int moved = (int) heap.get(last);
        heap.set(last, 0);
        rows.remove(row);
        if (moved != row) {
            down(hole, moved);
            if (rows.high(moved, PLACE_KIND) == hole) {
                up(hole, moved);
            }
        }
    }

    /** The earliest deadline's row, or 0. */
    public int earliest() {
        return size() == 0 ? 0 : (int) heap.get(1);
    }

    /** Whether something is overdue: what time should have changed by now may not have changed yet. */
    public boolean behind(long now) {
        int earliest = earliest();
        return earliest != 0 && at(earliest) <= now;
    }

    public long at(int row) {
        return rows.get(row, AT);
    }

    public long sequence(int row) {
        return rows.get(row, SEQUENCE);
    }

    public DeadlineKind kind(int row) {
        return DeadlineKind.of(rows.low(row, PLACE_KIND));
    }

    public int subject(int row) {
        return rows.low(row, EXTRA_SUBJECT);
    }

    public int extra(int row) {
        return rows.high(row, EXTRA_SUBJECT);
    }

    public int size() {
        return (int) rows.live();
    }

    /** The deadline in a place of the heap, 1 to {@link #size}; for going over all of them. */
    public int inPlace(int place) {
        return (int) heap.get(place);
    }

    public long lastSequence() {
        return heap.get(0);
    }

    /** Sets the last sequence, from a snapshot. */
    public void restoreSequence(long sequence) {
        heap.set(0, sequence);
    }

    private boolean before(int a, int b) {
        long atA = rows.get(a, AT);
        long atB = rows.get(b, AT);
        return atA != atB ? atA < atB : rows.get(a, SEQUENCE) < rows.get(b, SEQUENCE);
    }

    private void up(int place, int row) {
        int at = place;
        while (at > 1 && before(row, (int) heap.get(at / 2))) {
            put(at, (int) heap.get(at / 2));
            at /= 2;
        }
        put(at, row);
    }

    private void down(int place, int row) {
        int size = size();
        int at = place;
        while (2 * at <= size) {
            int child = 2 * at;
            if (child < size && before((int) heap.get(child + 1), (int) heap.get(child))) {
                child++;
            }
            if (!before((int) heap.get(child), row)) {
                break;
            }
            put(at, (int) heap.get(child));
            at = child;
        }
        put(at, row);
    }

    private void put(int place, int row) {
        heap.set(place, row);
        rows.setHigh(row, PLACE_KIND, place);
    }
}
