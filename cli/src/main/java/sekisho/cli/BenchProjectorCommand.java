package sekisho.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sekisho.benchmarks.ProjectorBench;

/** How fast the outcome log becomes rows. */
@Command(
        name = "projector",
        mixinStandardHelpOptions = true,
        description = "Measure how fast the outcome log becomes rows of the database.")
final class BenchProjectorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws IOException {
        return options.run(spec, ProjectorBench::run);
    }
}
