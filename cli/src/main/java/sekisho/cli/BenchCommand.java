package sekisho.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures the engine and the cluster on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure the engine and the cluster on this machine.")
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("bench: not built yet");
        return 1;
    }
}
