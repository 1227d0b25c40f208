package sekisho.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sekisho.benchmarks.oracle.OracleBench;

/** Whether answers that must look the same also take the same. */
@Command(
        name = "oracle",
        mixinStandardHelpOptions = true,
        description =
                "Measure whether refusals at the door, and of links, differ for any two reasons, by their time or words.")
final class BenchOracleCommand implements Callable<Integer> {
    private static final int FEWEST = 100;
    private static final int QUICK = 300;
    private static final int LONGEST_PLANT = 1_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--part",
            paramLabel = "PART",
            defaultValue = "both",
            description = "door, link or both; ${DEFAULT-VALUE}.")
    private String part = "both";

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Pairs of answers for each two reasons; ${DEFAULT-VALUE}, with --quick 300 at most.")
    private int pairs;

    @Option(
            names = "--plant",
            paramLabel = "MS",
            defaultValue = "0",
            description = "Have one reason take so many milliseconds longer: the command has to find it, and fail.")
    private int plant;

    @Override
    public Integer call() throws IOException {
        if (pairs < FEWEST || plant < 0 || plant > LONGEST_PLANT) {
            throw new ParameterException(spec.commandLine(), "--pairs is at least 100, --plant 0 to 1000");
        }
        OracleBench.Which which = which();
        return options.run(
                spec,
                settings -> OracleBench.run(
                        settings,
                        new OracleBench.Plan(
                                which, settings.quick() ? Math.min(QUICK, pairs) : pairs, Duration.ofMillis(plant))));
    }

    private OracleBench.Which which() {
        return switch (part) {
            case "door" -> OracleBench.Which.DOOR;
            case "link" -> OracleBench.Which.LINK;
            case "both" -> OracleBench.Which.BOTH;
            default -> throw new ParameterException(spec.commandLine(), "--part is door, link or both");
        };
    }
}
