package sekisho.benchmarks.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import sekisho.benchmarks.BenchResult;
import sekisho.benchmarks.BenchSettings;
import sekisho.benchmarks.Measurement;

/** Measures whether answers differ in time or words by what is true of an account: at the door, and to who links an account. */
public final class OracleBench {
    private static final int RESAMPLES = 4_000;
    private static final int WORDS = 4;
    private static final long SEED = 20200910;

    private OracleBench() {}

    /** What is measured. */
    public enum Which {
        DOOR,
        LINK,
        BOTH;

        private List<Part> of(OracleWorld world) {
            return switch (this) {
                case DOOR -> List.of(new DoorPart(world));
                case LINK -> List.of(new LinkPart(world));
                case BOTH -> List.of(new DoorPart(world), new LinkPart(world));
            };
        }
    }

    /**
     * How it is measured.
     *
     * @param pairs of each two states, at least 100
     * @param plant so much longer the server takes over one of the states, on purpose: it has to be found
     */
    public record Plan(Which which, int pairs, Duration plant) {}

    /** Measures a server of its own, which is stopped then; its folder stays. */
    public static BenchResult run(BenchSettings settings, Plan plan) throws IOException {
        Path folder = Files.createTempDirectory(settings.folder(), "oracle-");
        settings.progress().say("starting a server in " + folder);
        PlantedLeak.of(plan.plant());
        var measured = new Measured(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (var world = OracleWorld.start(folder)) {
            for (Part part : plan.which().of(world)) {
                boolean planted = plan.plant().isPositive();
                var rounds = new Rounds(part, plan.pairs(), SEED, planted, settings.progress());
                rounds.compareWords(WORDS);
                Samples samples = rounds.run();
                settings.progress().say("comparing");
                compare(part.word(), samples, rounds, measured);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return new BenchResult(measured.values(), measured.notes(), measured.failures());
    }

    private record Measured(List<Measurement> values, List<String> notes, List<String> failures) {}

    private static void compare(String part, Samples samples, Rounds rounds, Measured measured) {
        List<Contrast> contrasts = Contrasts.of(samples, RESAMPLES, SEED);
        contrasts.stream()
                .filter(contrast -> !contrast.within(Contrasts.BOUND_MILLIS))
                .forEach(contrast -> measured.failures().add(part + ", not within ±2 ms: " + contrast));
        if (rounds.answers().size() != 1) {
            measured.failures().add(part + ", answers differ: " + rounds.answers());
        }
        if (rounds.words().size() != 1) {
            measured.failures().add(part + ", pages differ: " + Rounds.differences(rounds.words()));
        }
        for (String statistic : List.of("median", "p90")) {
            measured.values()
                    .add(Measurement.millis(
                            "oracle." + part + "." + statistic,
                            contrasts.stream()
                                    .filter(contrast -> contrast.statistic().equals(statistic))
                                    .mapToDouble(Contrast::farthest)
                                    .max()
                                    .orElseThrow()));
        }
        measured.notes()
                .add(part + ": " + samples.rounds() + " pairs of each two of " + String.join(", ", samples.states())
                        + "; a value is the end of an interval that is farthest from 0.");
        contrasts.forEach(contrast -> measured.notes().add(part + ": " + contrast));
    }
}
