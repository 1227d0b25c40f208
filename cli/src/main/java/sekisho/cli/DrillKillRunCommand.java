package sekisho.cli;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sekisho.cli.drill.KillReport;
import sekisho.cli.drill.KillRunDrill;
import sekisho.cli.run.LogOutput;

/** Kills servers in the middle of imports and imports again. */
@Command(
        name = "kill-run",
        mixinStandardHelpOptions = true,
        description = {
            "Kill a whole server in the middle of an import, as kill -9 does, start it and import again.",
            "",
            "Report and tables must be those of an undisturbed import, and every answer received before must still"
                    + " stand."
        })
final class DrillKillRunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private KillOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        LogOutput.onStandardError(LogOutput.Level.WARN);
        try (Home home = Home.open(common.home())) {
            KillReport report = KillRunDrill.run(options.settings(home.folder()), Progressing.onStandardError());
            spec.commandLine().getOut().println(common.json() ? Json.of(report.json()) : report.text());
            report.troubles().forEach(trouble -> spec.commandLine().getErr().println("drill: " + trouble));
            return report.troubles().isEmpty() ? 0 : 1;
        }
    }
}
