package sekisho.auditor;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Section 8, "Windows": every slot of every window, added up for every question. */
final class WindowSums {

    private static final long SLOT = 900_000;
    private static final long DAY = 86_400_000;

    private final State state;

    WindowSums(State state) {
        this.state = state;
    }

    long inDay(FoundedTables.Window window) {
        return sum(window, DAY);
    }

    long inThirtyDays(FoundedTables.Window window) {
        return sum(window, 30 * DAY);
    }

    private long sum(FoundedTables.Window window, long length) {
        long sum = 0;
        for (var entry : slots(window).entrySet()) {
            boolean counts = (entry.getKey() + 1L) * SLOT > state.now.get() - length;
            sum += counts ? entry.getValue() : 0;
        }
        return sum;
    }

    /** Adds an amount (taken away: below 0) to a slot. */
    void add(FoundedTables.Window window, int slot, long amount) {
        SortedMap<Integer, Long> changed = new TreeMap<>(slots(window));
        changed.merge(slot, amount, Long::sum);
        state.founded.windows.put(window, changed);
    }

    int slotNow() {
        return (int) (state.now.get() / SLOT);
    }

    private SortedMap<Integer, Long> slots(FoundedTables.Window window) {
        return state.founded.windows.getOr(window, Collections.emptySortedMap());
    }
}
