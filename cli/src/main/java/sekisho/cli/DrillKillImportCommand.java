package sekisho.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sekisho.cli.drill.KillDrill;
import sekisho.cli.drill.KillReport;

/** Kills imports in the middle and imports again. */
@Command(
        name = "kill-import",
        mixinStandardHelpOptions = true,
        description = {
            "Kill an import in the middle, as kill -9 does, and import again; as often as wished.",
            "",
            "The end must be that of an undisturbed import, and every answer received before must still stand."
        })
final class DrillKillImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private KillOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Home home = Home.open(common.home())) {
            KillReport report = KillDrill.run(options.settings(home.folder()), Progressing.onStandardError());
            spec.commandLine().getOut().println(common.json() ? Json.of(report.json()) : report.text());
            report.troubles().forEach(trouble -> spec.commandLine().getErr().println("drill: " + trouble));
            return report.troubles().isEmpty() ? 0 : 1;
        }
    }
}
