package sekisho.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** Rates and latencies of a whole server over HTTP. */
@Command(
        name = "http",
        mixinStandardHelpOptions = true,
        description = "Measure a whole, durable server over HTTP; the load comes from the same machine.")
final class BenchHttpCommand implements Callable<Integer> {
    private static final Duration WARM_UP = Duration.ofSeconds(10);

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
            Duration measured = settings.quick() ? Duration.ofSeconds(8) : Duration.ofSeconds(60);
            BenchResult result = HttpBench.run(target, WARM_UP, measured, settings.progress());
            server.stop();
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
