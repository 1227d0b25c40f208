package sekisho.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sekisho.cli.imports.BadFile;
import sekisho.cli.imports.Format;
import sekisho.cli.imports.Import;
import sekisho.cli.imports.ImportFailed;
import sekisho.cli.imports.ImportReport;
import sekisho.cli.imports.ImportSettings;
import sekisho.cli.imports.Overdraft;

/** Plays a transaction stream that somebody else made through the engine. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Play a foreign transaction stream through the engine, row by row, in a test currency.",
            "",
            "Importing a file again into the same home repeats every row and changes nothing."
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "paysim|amlsim",
            description = "What the columns mean: paysim (mobile money) or amlsim (bank transfers).")
    private Format format;

    @Option(
            names = "--overdraft",
            defaultValue = "none",
            paramLabel = "none|file",
            description = "How far wallets may go below zero: not at all (none, the default), or as far as the file"
                    + " shows each one to have gone and 0.25 further (file).")
    private Overdraft overdraft;

    @Option(
            names = "--stream",
            paramLabel = "NAME",
            description = "The stream's name for ever. Default: the format and a hash of the file's contents.")
    private @Nullable String stream;

    @Option(names = "--answers", hidden = true, description = "Append every answer to this file as it comes.")
    private @Nullable Path answers;

    @Parameters(paramLabel = "FILE", description = "The file, plain or xz-compressed.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try (Home home = Home.open(common.home())) {
            ImportSettings settings = new ImportSettings(file, format, overdraft, stream, home.folder(), answers);
            ImportReport report = Import.run(settings, Progressing.onStandardError());
            spec.commandLine().getOut().println(common.json() ? Json.of(report.json()) : report.text());
            report.troubles().forEach(trouble -> err.println("import: " + trouble));
            return report.allWell() ? 0 : 1;
        } catch (BadFile e) {
            err.println("import: " + file + ": " + e.getMessage());
            return 1;
        } catch (ImportFailed e) {
            err.println("import: " + e.getMessage());
            return 1;
        }
    }
}
