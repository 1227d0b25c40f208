package sekisho.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How often each end point gave each status. Owner: one thread. */
final class Coverage {
    private final Map<String, SortedMap<Integer, Long>> counts = new LinkedHashMap<>();
    private final List<Goal> unseen = new ArrayList<>();

    Coverage(ApiDocument document) {
        for (Operation operation : document.operations()) {
            counts.put(operation.toString(), new TreeMap<>());
            operation.reachable().forEach(status -> unseen.add(new Goal(operation, status)));
        }
    }

    /** A status that an end point should give. */
    record Goal(Operation operation, int status) {
        @Override
        public String toString() {
            return operation + " never answered " + status;
        }
    }

    void count(Operation operation, int status) {
        String name = operation.toString();
        long count = counts.computeIfAbsent(name, _ -> new TreeMap<>()).merge(status, 1L, Long::sum);
        if (count == 1) {
            unseen.removeIf(goal ->
                    goal.status() == status && goal.operation().toString().equals(name));
        }
    }

    /** What has not been seen yet. */
    List<Goal> unseen() {
        return Collections.unmodifiableList(unseen);
    }

    /** By end point and status, in the order of the document. */
    Map<String, SortedMap<Integer, Long>> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** All statuses that were seen. */
    static SortedSet<Integer> statuses(Map<String, SortedMap<Integer, Long>> counts) {
        var all = new TreeSet<Integer>();
        counts.values().forEach(statuses -> all.addAll(statuses.keySet()));
        return all;
    }
}
