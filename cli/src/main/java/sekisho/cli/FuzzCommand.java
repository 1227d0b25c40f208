package sekisho.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sekisho.benchmarks.Progress;
import sekisho.fuzz.ApiFuzzer;
import sekisho.fuzz.FuzzReport;
import sekisho.fuzz.FuzzSettings;
import sekisho.node.LogSizes;
import sekisho.node.Node;
import sekisho.node.NodeSettings;
import sekisho.protocol.StateRecord;
import sekisho.server.Server;
import sekisho.server.ServerSettings;

/** Asks a server of its own for everything that the API's document offers, rightly and wrongly. */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = {
            "Ask a server for everything that the API's document offers, rightly and wrongly, and hold every answer to the"
                    + " document.",
            "",
            "The server is started for it, in an empty home. The same seed asks for the same things. A status that is"
                    + " documented below 500 and never came is a failure, in runs of "
                    + FuzzReport.REQUESTS_FOR_EVERYTHING + " requests and more."
        })
final class FuzzCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(names = "--minutes", defaultValue = "60", paramLabel = "N", description = "How long. Default: 60.")
    private int minutes;

    @Option(names = "--seed", paramLabel = "N", description = "Chooses what is asked for. Default: the time.")
    private @Nullable Long seed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (minutes < 1) {
            throw new ParameterException(spec.commandLine(), "--minutes: at least 1");
        }
        long chosen = seed == null ? System.currentTimeMillis() : seed;
        spec.commandLine().getErr().println("fuzz: seed " + chosen);
        try (Home home = Home.open(common.home())) {
            requireEmpty(home.folder());
            FuzzReport report = fuzz(home.folder(), chosen);
            spec.commandLine().getOut().println(common.json() ? Json.of(report.json()) : report.text());
            report.troubles().forEach(trouble -> spec.commandLine().getErr().println("fuzz: " + trouble));
            return report.troubles().isEmpty() ? 0 : 1;
        }
    }

    private FuzzReport fuzz(Path home, long chosen) throws IOException, InterruptedException {
        try (Node node = Node.start(NodeSettings.of(home).withSizes(LogSizes.SMALL));
                Server server = Server.start(ServerSettings.of(home)
                        .withPort(0)
                        .withNode(node.address())
                        .withAccessLog(false));
                Progress.Task task = Progressing.onStandardError().begin("fuzz", minutes * 60L)) {
            Properties operator = operator(home);
            var settings = new FuzzSettings(
                    server.baseUrl(),
                    operator.getProperty("CLIENT_ID"),
                    operator.getProperty("CLIENT_SECRET"),
                    chosen,
                    Duration.ofMinutes(minutes));
            long began = System.nanoTime();
            return ApiFuzzer.run(
                    settings, () -> fault(node), _ -> task.reached((System.nanoTime() - began) / 1_000_000_000));
        }
    }

    /** What it would find there is not its own to change. */
    private void requireEmpty(Path home) throws IOException {
        try (var files = Files.list(home)) {
            if (files.findAny().isPresent()) {
                throw new ParameterException(spec.commandLine(), "--home: " + home + " is not empty");
            }
        }
    }

    private static Properties operator(Path home) throws IOException {
        var lines = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("keys").resolve("operator.env"))) {
            lines.load(reader);
        }
        return lines;
    }

    /** Debits equal credits over all accounts, both posted and pending. */
    private static String fault(Node node) {
        long[] sums = new long[2];
        node.export(row -> {
            if (row instanceof StateRecord.AccountRow account) {
                sums[0] += account.debitsPosted() - account.creditsPosted();
                sums[1] += account.debitsPending() - account.creditsPending();
            }
        });
        return sums[0] == 0 && sums[1] == 0
                ? ""
                : "debits and credits differ by " + sums[0] + " posted, " + sums[1] + " pending";
    }
}
