package sekisho.auditor;

import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table with an order. */
final class SortedRows<K, V> extends Rows<K, V> {

    private final NavigableMap<K, V> sorted;

    SortedRows(Undo undo, Comparator<K> order) {
        this(undo, new TreeMap<>(order));
    }

    private SortedRows(Undo undo, NavigableMap<K, V> sorted) {
        super(undo, sorted);
        this.sorted = sorted;
    }

    @Nullable
    K first() {
        Map.Entry<K, V> entry = sorted.firstEntry();
        return entry == null ? null : entry.getKey();
    }

    /** The rows from one key to another, both included: a view, not to be read while rows change. */
    SortedMap<K, V> between(K from, K to) {
        return sorted.subMap(from, true, to, true);
    }
}
