package sekisho.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to measure.
 *
 * @param folder for the homes of the nodes; each measure deletes its own
 * @param quick once and for a few seconds, instead of three times a minute
 * @param only the names to measure; empty: all
 * @param flight where to write a flight recording of the measured parts
 */
public record BenchSettings(
        Path folder,
        boolean quick,
        Set<String> only,
        @Nullable Path flight,
        Progress progress) {

    public BenchSettings {
        only = Set.copyOf(only);
    }

    Duration duration() {
        return quick ? Duration.ofSeconds(8) : Duration.ofSeconds(60);
    }

    int repeats() {
        return quick ? 1 : 3;
    }

    public boolean wants(String name) {
        return only.isEmpty() || only.contains(name);
    }
}
