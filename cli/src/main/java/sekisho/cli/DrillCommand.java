package sekisho.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Drills; which, say its own verbs. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = "Kill processes, let banks misbehave, and check what was promised.",
        subcommands = {DrillKillImportCommand.class, DrillKillRunCommand.class, DrillBanksCommand.class})
final class DrillCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing which drill: kill-import, kill-run or banks");
    }
}
