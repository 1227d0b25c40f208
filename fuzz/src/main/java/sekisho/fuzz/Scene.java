package sekisho.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Things that were made for one another: their ids, by what they are. Immutable. */
public record Scene(Map<String, String> things) {
    /** A client that may read metrics only, which is not part of the API, and that nothing is done to. */
    static final String HARMLESS = "harmless";

    /** That client's secret. */
    static final String SECRET = "secret";

    /** Copies them. */
    public Scene {
        things = Map.copyOf(things);
    }

    /** An id. */
    String of(String thing) {
        return Objects.requireNonNull(things.get(thing), thing);
    }

    /** The ids that may be used for anything. */
    List<String> ids() {
        return things.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals(HARMLESS) && !entry.getKey().equals(SECRET))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }
}
