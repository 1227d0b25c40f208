package sekisho.core.memory;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Flat;

/**
 * A table of what is looked up rarely: rows hold the words of a record, found by the record's first words. A read makes a
 * record; hot paths have tables of their own. Rows may carry further words that the record does not have.
 *
 * @param <R> a record whose first word is never 0
 */
public final class FlatTable<R extends Record> {

    /** Word 0 is the table's own; the record begins behind it. */
    private static final int FIRST = 1;

    private final Flat<R> flat;
    private final int key;
    private final int extra;
    private final Rows rows;
    private final Index index;

    /**
     * @param key how many of the record's first words name it
     * @param extra how many words a row has besides
     */
    public FlatTable(Memory memory, Class<R> type, int key, int extra) {
        flat = Flat.of(type);
        this.key = key;
        this.extra = FIRST + flat.words();
        rows = new Rows(memory, this.extra + extra);
        index = new Index(memory);
    }

    /** The row with this key, or 0. */
    public int find(long... words) {
        for (int row = index.first(hash(words)); row != 0; row = index.next()) {
            if (is(row, words)) {
                return row;
            }
        }
        return 0;
    }

    /** The record with this key, or null. */
    public @Nullable R get(long... words) {
        int row = find(words);
        return row == 0 ? null : at(row);
    }

    /** The record in a row. */
    public R at(int row) {
        long[] words = new long[flat.words()];
        for (int i = 0; i < words.length; i++) {
            words[i] = rows.get(row, FIRST + i);
        }
        return flat.record(words);
    }

    /** One word of a row's record. */
    public long word(int row, int place) {
        return rows.get(row, FIRST + place);
    }

    /** Adds a record, or replaces the one with its key. */
    public int put(R record) {
        long[] words = flat.row(record);
        int row = find(words);
        if (row == 0) {
            row = rows.add();
            set(row, words);
            index.add(hash(words), row);
        } else {
            set(row, words);
        }
        return row;
    }

    public void remove(int row) {
        long[] words = new long[key];
        for (int i = 0; i < key; i++) {
            words[i] = rows.get(row, FIRST + i);
        }
        index.remove(hash(words), row);
        rows.remove(row);
    }

    /** A word that the record does not have. */
    public int extra(int row, int place) {
        return (int) rows.get(row, extra + place);
    }

    public void setExtra(int row, int place, int value) {
        rows.set(row, extra + place, value);
    }

    public long count() {
        return rows.live();
    }

    /** All records, in an order that means nothing. */
    public void forEach(Consumer<? super R> to) {
        for (int row = 1; row <= rows.highest(); row++) {
            if (rows.get(row, FIRST) != 0) {
                to.accept(at(row));
            }
        }
    }

    private void set(int row, long[] words) {
        for (int i = 0; i < words.length; i++) {
            rows.set(row, FIRST + i, words[i]);
        }
    }

    private boolean is(int row, long[] words) {
        for (int i = 0; i < key; i++) {
            if (rows.get(row, FIRST + i) != words[i]) {
                return false;
            }
        }
        return true;
    }

    private long hash(long[] words) {
        long hash = 0;
        for (int i = 0; i < key; i++) {
            hash = Index.hash(words[i], hash);
        }
        return hash;
    }
}
