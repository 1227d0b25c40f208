package sekisho.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sekisho.benchmarks.EngineBench;

/** Rates, latencies and pauses. */
@Command(
        name = "engine",
        mixinStandardHelpOptions = true,
        description = "Measure rates, latencies and the longest pause of the engine.")
final class BenchEngineCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws IOException {
        return options.run(spec, EngineBench::run);
    }
}
