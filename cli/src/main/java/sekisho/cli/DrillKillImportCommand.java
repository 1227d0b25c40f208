package sekisho.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sekisho.cli.drill.KillDrill;
import sekisho.cli.drill.KillReport;
import sekisho.cli.drill.KillSettings;
import sekisho.cli.imports.Format;
import sekisho.cli.imports.Overdraft;

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

    @Option(names = "--format", required = true, paramLabel = "paysim|amlsim", description = "What the columns mean.")
    private Format format;

    @Option(
            names = "--overdraft",
            defaultValue = "none",
            paramLabel = "none|file",
            description = "How far wallets may go below zero; see import.")
    private Overdraft overdraft;

    @Option(names = "--times", defaultValue = "10", paramLabel = "N", description = "How often. Default: 10.")
    private int times;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Chooses the moments. Default: 1.")
    private long seed;

    @Parameters(paramLabel = "FILE", description = "The file to import, plain or xz-compressed.")
    private Path file;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Home home = Home.open(common.home())) {
            KillSettings settings = new KillSettings(file, format, overdraft, home.folder(), times, seed);
            KillReport report = KillDrill.run(settings, Progressing.onStandardError());
            spec.commandLine().getOut().println(common.json() ? Json.of(report.json()) : report.text());
            report.troubles().forEach(trouble -> spec.commandLine().getErr().println("drill: " + trouble));
            return report.troubles().isEmpty() ? 0 : 1;
        }
    }
}
