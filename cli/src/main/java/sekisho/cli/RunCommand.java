package sekisho.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sekisho.cli.run.CannotRun;
import sekisho.cli.run.DatabaseChoice;
import sekisho.cli.run.DemoEntry;
import sekisho.cli.run.LogOutput;
import sekisho.cli.run.Profile;
import sekisho.cli.run.RunSettings;
import sekisho.cli.run.Running;
import sekisho.cli.run.StopSignal;
import sekisho.cli.run.Welcome;
import sekisho.wire.home.HomeLayout;

/** Runs everything, until it is told to stop. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Run everything in one process: engine, database, simulated banks, pages and the API.",
            "",
            "SIGTERM or Ctrl-C stops it in order. What was answered survives a kill, too."
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "./var",
            description = "The folder with all state but secrets. Default: ./var.")
    private Path home;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "The folder with the secrets, outside the home. Default: the home's name and '-keys'.")
    private @Nullable Path keys;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port to listen on, on this machine only; 0: any that is free. Default: 8080.")
    private int port;

    @Option(
            names = "--production",
            description = {
                "For people and their money: no demonstration, and a start is refused for every setting that is not safe.",
                "SEKISHO_PROFILE=production says the same."
            })
    private boolean production;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "How clients reach the server; https in production.")
    private @Nullable URI publicUrl;

    @Option(
            names = "--management-port",
            paramLabel = "N",
            defaultValue = "8079",
            description = "In production: the port of health and metrics, on this machine only. Default: 8079.")
    private int managementPort;

    @Option(names = "--no-demo", description = "No simulated banks, no made-up people.")
    private boolean noDemo;

    @Option(
            names = "--log",
            paramLabel = "LEVEL",
            defaultValue = "info",
            description = "What standard error shows: error, warn, info (default), debug.")
    private LogOutput.Level level;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535 || managementPort < 0 || managementPort > 65_535) {
            throw new ParameterException(spec.commandLine(), "A port is 0 to 65535");
        }
        PrintWriter err = spec.commandLine().getErr();
        LogOutput.onStandardError(level);
        var stop = new StopSignal();
        try {
            return run(stop);
        } catch (CannotRun e) {
            if (stop.isGiven()) {
                stop.awaitEnd();
            }
            err.println("run: " + e.getMessage());
            return 1;
        }
    }

    private int run(StopSignal stop) throws CannotRun, InterruptedException {
        Path secrets = keys == null
                ? new HomeLayout(home).keys()
                : keys.toAbsolutePath().normalize();
        var database = DatabaseChoice.of(home, secrets, System.getenv());
        boolean forPeople = Profile.isProduction(production, System.getenv());
        var profile = new Profile(forPeople, publicUrl, managementPort, Profile.settings(secrets, home));
        var settings = new RunSettings(home, secrets, port, !noDemo && !forPeople, database, profile);
        var progress = Progressing.onStandardError();
        Running running = Running.start(settings, progress);
        stop.stops(running);
        URI url = running.awaitReady();
        @Nullable DemoEntry demo = running.demo();
        spec.commandLine().getOut().println(Welcome.text(settings, url, demo));
        spec.commandLine().getOut().flush();
        running.seed(progress);
        String why = running.awaitHalt();
        if (stop.isGiven()) {
            stop.awaitEnd();
        }
        running.close();
        throw CannotRun.because(why + ". Everything was stopped.");
    }
}
