package sekisho.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures on this machine; what, say its own verbs. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measure the engine, its memory, the projector, the server, and what its answers give away, on this machine.",
        subcommands = {
            BenchEngineCommand.class,
            BenchMemoryCommand.class,
            BenchProjectorCommand.class,
            BenchHttpCommand.class,
            BenchOracleCommand.class
        })
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Missing what to measure: engine, memory, projector, http or oracle");
    }
}
