package sekisho.simulation;

import java.util.ArrayList;
import java.util.List;

/** Remembers some of what happened, new things for certain and old ones with luck. */
final class Recent<T> {

    private final Chance chance;
    private final int most;
    private final List<T> kept = new ArrayList<>();

    Recent(Chance chance, int most) {
        this.chance = chance;
        this.most = most;
    }

    void add(T item) {
        if (kept.size() < most) {
            kept.add(item);
        } else {
            kept.set(chance.below(most), item);
        }
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    /** Any of them; there is one. */
    T any() {
        return chance.of(kept);
    }
}
