package sekisho.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import sekisho.benchmarks.BenchResult;
import sekisho.benchmarks.BenchSettings;
import sekisho.benchmarks.Measurement;

/** Options of all benchmarks, and what they do with their result. */
final class BenchOptions {
    @Mixin
    private CommonOptions common;

    @Option(names = "--quick", description = "Measure once, for some seconds, instead of three times a minute.")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Measure only this; may be given several times.")
    private Set<String> only = Set.of();

    @Option(names = "--jfr", paramLabel = "FILE", description = "Write a flight recording and summarise it.")
    private @Nullable Path flight;

    /** A benchmark. */
    @FunctionalInterface
    interface Bench {
        BenchResult run(BenchSettings settings) throws IOException;
    }

    /** Runs it in its home and prints what came of it; returns the exit code. */
    int run(CommandSpec spec, Bench bench) throws IOException {
        try (Home home = Home.open(common.home())) {
            BenchResult result =
                    bench.run(new BenchSettings(home.folder(), quick, only, flight, Progressing.onStandardError()));
            for (String name : only) {
                if (result.measurements().stream()
                        .noneMatch(measured -> measured.name().equals(name))) {
                    throw new ParameterException(spec.commandLine(), "Nothing that is measured here is called " + name);
                }
            }
            spec.commandLine().getOut().println(common.json() ? Json.of(json(result)) : result.table());
            if (common.json()) {
                spec.commandLine().getErr().println(result.table());
            }
            return result.failures().isEmpty() ? 0 : 1;
        }
    }

    private static Map<String, Object> json(BenchResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "measurements",
                result.measurements().stream().map(Measurement::json).toList());
        json.put("notes", result.notes());
        json.put("failures", result.failures());
        return json;
    }
}
