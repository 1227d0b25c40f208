package sekisho.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sekisho.benchmarks.Measurement;
import sekisho.benchmarks.Progress;
import sekisho.cli.run.CannotRun;
import sekisho.cli.run.DatabaseChoice;
import sekisho.cli.run.LogOutput;
import sekisho.gateway.OutcomeLogReader;
import sekisho.server.database.Database;
import sekisho.server.database.DatabaseInUse;
import sekisho.server.projection.Rebuild;
import sekisho.wire.home.HomeLayout;

/** Makes the projection anew from the log. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Drop the tables that say what the log says, and make them again from the whole log, the archive too.",
            "",
            "Nothing else in the database is touched. No server may run in the home meanwhile."
        })
final class RebuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "./var",
            description = "The home whose log is read. Default: ./var.")
    private Path home;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "The folder with the secrets. Default: the home's name and '-keys'.")
    private @Nullable Path keys;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws SQLException {
        PrintWriter err = spec.commandLine().getErr();
        LogOutput.onStandardError(LogOutput.Level.WARN);
        if (!Files.isDirectory(new HomeLayout(home).outcomes())) {
            err.println("rebuild: there is no log in " + home.toAbsolutePath().normalize()
                    + ": nothing ever ran in it. Name the right --home.");
            return 1;
        }
        try {
            Rebuild.Report report = rebuild(home.toAbsolutePath().normalize());
            spec.commandLine().getOut().println(json ? Json.of(json(report)) : text(report));
            return 0;
        } catch (DatabaseInUse e) {
            err.println("rebuild: a server runs in this home, process " + e.pid() + ". Stop it first.");
            return 1;
        } catch (CannotRun | IllegalStateException e) {
            err.println("rebuild: " + e.getMessage());
            return 1;
        }
    }

    private Rebuild.Report rebuild(Path folder) throws CannotRun, SQLException {
        Progress progress = Progressing.onStandardError();
        Path secrets = keys == null ? new HomeLayout(folder).keys() : keys;
        var settings = DatabaseChoice.of(folder, secrets, System.getenv());
        try (var database = Database.open(settings);
                var task = progress.begin("rebuild", steps(folder))) {
            return Rebuild.run(folder, database, task::reached);
        }
    }

    private static long steps(Path folder) {
        try (var log = new OutcomeLogReader(folder, 0)) {
            return log.skipAll();
        }
    }

    private static Map<String, Object> json(Rebuild.Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "measurements",
                List.of(
                        Measurement.seconds("rebuild.duration", seconds(report)).json(),
                        Measurement.rate("rebuild.rows", report.rows() / seconds(report))
                                .json()));
        json.put("steps", report.steps());
        json.put("rows", report.rows());
        json.put("position", report.position());
        return json;
    }

    private static String text(Rebuild.Report report) {
        return String.format(
                Locale.ROOT,
                "%,d steps of the log read, %,d rows written, in %.1f s",
                report.steps(),
                report.rows(),
                seconds(report));
    }

    private static double seconds(Rebuild.Report report) {
        return report.took().toNanos() / 1e9;
    }
}
