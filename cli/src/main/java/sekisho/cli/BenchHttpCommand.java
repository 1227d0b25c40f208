package sekisho.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sekisho.benchmarks.BenchResult;
import sekisho.benchmarks.BenchSettings;
import sekisho.benchmarks.http.HttpBench;
import sekisho.benchmarks.http.HttpTarget;
import sekisho.cli.child.RunningChild;
import sekisho.server.database.Database;
import sekisho.server.database.DatabaseSettings;

/** Rates and latencies of a whole server over HTTP. */
@Command(
        name = "http",
        mixinStandardHelpOptions = true,
        description = "Measure a whole, durable server over HTTP; the load comes from the same machine.")
final class BenchHttpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws IOException {
        return options.run(spec, BenchHttpCommand::bench);
    }

    private static BenchResult bench(BenchSettings settings) throws IOException {
        Path folder = Files.createTempDirectory(settings.folder(), "http-");
        settings.progress().say("starting a server in " + folder);
        try (RunningChild server = RunningChild.start(folder.resolve("home"), folder.resolve("err"))) {
            Properties operator = server.operator();
            var target = new HttpTarget(
                    server.url(), operator.getProperty("CLIENT_ID"), operator.getProperty("CLIENT_SECRET"));
            HttpBench.Measured bench = HttpBench.run(target, settings);
            server.stop();
            settings.progress().say("verifying");
            return verified(bench, folder.resolve("home"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static BenchResult verified(HttpBench.Measured bench, Path home) throws IOException {
        try (var database = Database.open(DatabaseSettings.Embedded.in(home))) {
            List<String> failures = new ArrayList<>(bench.result().failures());
            failures.addAll(bench.verification().troubles(database));
            return new BenchResult(bench.result().measurements(), bench.result().notes(), failures);
        } catch (SQLException e) {
            throw new IOException("the tables cannot be read: " + e.getMessage(), e);
        }
    }
}
