package sekisho.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Drills with real processes; which, say its own verbs. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = "Kill real processes and check what they had promised.",
        subcommands = DrillKillImportCommand.class)
final class DrillCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing which drill: kill-import");
    }
}
