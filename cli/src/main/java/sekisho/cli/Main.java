package sekisho.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry point: picks the verb and turns what became of it into an exit code. */
@Command(
        name = "sekisho",
        version = "Sekisho 0.1.0-SNAPSHOT",
        mixinStandardHelpOptions = true,
        description = "An e-money platform: one ordered log of commands, one engine that applies them.",
        subcommands = {
            RunCommand.class,
            RebuildCommand.class,
            ExplainCommand.class,
            ImportCommand.class,
            BenchCommand.class,
            SimulateCommand.class,
            ThreatCommand.class,
            DrillCommand.class,
            FuzzCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Done by the start script itself:",
            "  test         Build everything and run all tests and checks.",
            "  screenshots  Take pictures of all pages; --help says more.",
            "  format       Format the sources.",
            "",
            "Exit codes: 0 success, 1 failure, 2 wrong call."
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs one verb and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing verb");
    }
}
