package sekisho.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sekisho.benchmarks.Measurement;
import sekisho.benchmarks.Progress;
import sekisho.simulation.Simulation;
import sekisho.simulation.SimulationResult;
import sekisho.simulation.SimulationSettings;
import sekisho.simulation.Violation;

/** Runs the whole money path under one seed, with an independent auditor looking on. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Run random customers, misbehaving banks, crashes and restores under one seed; an independent auditor"
                    + " compares every answer and balance.",
            "",
            "The same seed and steps give the same history. Something that never happened is a failure, in runs of"
                    + " " + SimulationSettings.STEPS_FOR_EVERYTHING + " steps and more."
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Chooses the history. Default: 1.")
    private long seed;

    @Option(
            names = "--steps",
            defaultValue = "1000000",
            paramLabel = "M",
            description = "How many frames and ticks. Default: 1000000.")
    private int steps;

    @Override
    public Integer call() throws IOException {
        if (steps < 1) {
            throw new ParameterException(spec.commandLine(), "--steps: at least 1");
        }
        PrintWriter err = spec.commandLine().getErr();
        long began = System.nanoTime();
        try (Home _ = Home.open(common.home());
                Progress.Task task = Progressing.onStandardError().begin("simulate", steps)) {
            SimulationResult result =
                    Simulation.run(SimulationSettings.of(seed, steps), (done, _) -> task.reached(done));
            double seconds = (System.nanoTime() - began) / 1e9;
            spec.commandLine().getOut().println(common.json() ? Json.of(json(result, seconds)) : text(result, seconds));
            return 0;
        } catch (Violation e) {
            err.println("simulate: " + e.getMessage());
            err.println("simulate: again with: ./sekisho simulate --seed " + seed + " --steps " + steps);
            return 1;
        }
    }

    private static Map<String, Object> json(SimulationResult result, double seconds) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "measurements",
                List.of(
                        Measurement.rate("simulate.steps", result.settings().steps() / seconds)
                                .json(),
                        Measurement.seconds("simulate.duration", seconds).json()));
        json.put("seed", result.settings().seed());
        json.put("steps", result.settings().steps());
        json.put("requests", result.requests());
        json.put("counts", result.counts());
        json.put("zeros", result.zeros());
        json.put("stateFingerprint", result.stateFingerprint());
        return json;
    }

    private static String text(SimulationResult result, double seconds) {
        StringBuilder text = new StringBuilder();
        result.counts().forEach((name, count) -> text.append(String.format(Locale.ROOT, "%-56s %,14d%n", name, count)));
        text.append(String.format(
                Locale.ROOT,
                "seed %d: %,d steps, %,d requests, no violation, %.1f s; state %s",
                result.settings().seed(),
                result.settings().steps(),
                result.requests(),
                seconds,
                result.stateFingerprint()));
        return text.toString();
    }
}
