package sekisho.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sekisho.banksimulator.conduct.Fault;
import sekisho.cli.bankdrill.BankDrill;
import sekisho.cli.bankdrill.BankDrillReport;
import sekisho.cli.bankdrill.BankDrillSettings;

/** Lets a bank misbehave under load. */
@Command(
        name = "banks",
        mixinStandardHelpOptions = true,
        description = {
            "Let a simulated bank misbehave in every way, for an hour of simulated load each.",
            "",
            "In the end nothing may be lost, doubled or left in doubt, and the other banks must not have been slowed."
        })
final class DrillBanksCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(names = "--only", paramLabel = "FAULT", description = "Only this fault; may be repeated. Default: all.")
    private List<String> only = List.of();

    @Option(
            names = "--minutes",
            defaultValue = "60",
            paramLabel = "N",
            description = "Simulated minutes for each fault. Default: 60.")
    private int minutes;

    @Option(
            names = "--per-minute",
            defaultValue = "30",
            paramLabel = "N",
            description = "Instructions a simulated minute at each of three banks. Default: 30.")
    private int perMinute;

    @Option(
            names = "--speed",
            defaultValue = "200",
            paramLabel = "N",
            description = "Simulated seconds in a real one. Default: 200.")
    private int speed;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Chooses who suffers. Default: 1.")
    private long seed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Fault> faults = only.isEmpty()
                ? List.of(Fault.values())
                : only.stream().map(this::fault).toList();
        try (Home home = Home.open(common.home())) {
            var settings = new BankDrillSettings(home.folder(), faults, minutes, perMinute, speed, seed);
            BankDrillReport report = BankDrill.run(settings, Progressing.onStandardError());
            spec.commandLine().getOut().println(common.json() ? Json.of(report.json()) : report.text());
            report.troubles().forEach(trouble -> spec.commandLine().getErr().println("drill: " + trouble));
            return report.troubles().isEmpty() ? 0 : 1;
        }
    }

    private Fault fault(String word) {
        return Stream.of(Fault.values())
                .filter(fault -> word(fault).equals(word))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "No fault is called '" + word + "'; there are: "
                                + String.join(
                                        ", ",
                                        Stream.of(Fault.values())
                                                .map(DrillBanksCommand::word)
                                                .toList())));
    }

    private static String word(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
