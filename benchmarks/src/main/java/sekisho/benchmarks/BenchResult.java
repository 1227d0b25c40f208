package sekisho.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was measured.
 *
 * @param measurements for checks and tables
 * @param notes what else is worth knowing, a sentence each
 * @param failures what went wrong while measuring; empty if all went well
 */
public record BenchResult(List<Measurement> measurements, List<String> notes, List<String> failures) {

    public BenchResult {
        measurements = List.copyOf(measurements);
        notes = List.copyOf(notes);
        failures = List.copyOf(failures);
    }

    /** A table for people: value, target and verdict of each measurement, then the notes. */
    public String table() {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(Locale.ROOT, "%-34s %16s %-6s %14s  %s%n", "measured", "value", "unit", "target", ""));
        for (Measurement measurement : measurements) {
            Optional<Target> target = Target.of(measurement.name());
            text.append(String.format(
                    Locale.ROOT,
                    measurement.value() < 1_000 ? "%-34s %,16.2f %-6s %14s  %s%n" : "%-34s %,16.0f %-6s %14s  %s%n",
                    measurement.name(),
                    measurement.value(),
                    measurement.unit(),
                    target.map(Target::toString).orElse(""),
                    target.map(it -> it.met(measurement.value()) ? "met" : "MISSED")
                            .orElse("")));
        }
        notes.forEach(note -> text.append(note).append(System.lineSeparator()));
        failures.forEach(failure -> text.append("FAILED: ").append(failure).append(System.lineSeparator()));
        return text.toString();
    }
}
