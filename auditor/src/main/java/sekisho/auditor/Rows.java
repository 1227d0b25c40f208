package sekisho.auditor;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A table whose changes can be taken back. Values are immutable; a change replaces the row. */
class Rows<K, V> {

    private final Undo undo;
    private final Map<K, V> rows;

    /** A table for look-ups only. */
    Rows(Undo undo) {
        this(undo, new HashMap<>());
    }

    Rows(Undo undo, Map<K, V> rows) {
        this.undo = undo;
        this.rows = rows;
    }

    final @Nullable V find(K key) {
        return rows.get(key);
    }

    /** The row, which is known to be there. */
    final V get(K key) {
        V value = rows.get(key);
        if (value == null) {
            throw new IllegalStateException("no row for " + key);
        }
        return value;
    }

    final V getOr(K key, V otherwise) {
        V value = rows.get(key);
        return value == null ? otherwise : value;
    }

    final boolean has(K key) {
        return rows.containsKey(key);
    }

    final int size() {
        return rows.size();
    }

    final void put(K key, V value) {
        V former = rows.put(key, value);
        undo.note(() -> restore(key, former));
    }

    final void remove(K key) {
        V former = rows.remove(key);
        if (former != null) {
            undo.note(() -> restore(key, former));
        }
    }

    /** All rows, in no order: only for sums, for checks of every row and for exports. */
    final void forEach(BiConsumer<K, V> action) {
        rows.forEach(action);
    }

    private void restore(K key, @Nullable V former) {
        if (former == null) {
            rows.remove(key);
        } else {
            rows.put(key, former);
        }
    }
}
