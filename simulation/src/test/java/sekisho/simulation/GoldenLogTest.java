package sekisho.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord;

/** Old logs, new code: what a release decided, later ones decide again, byte for byte. */
final class GoldenLogTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.1.0"})
    void theLogOfAReleaseIsReplayedToTheSameBytes(String release) throws IOException {
        GoldenLog golden;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("golden-" + release + ".log.gz"))) {
            golden = GoldenLog.read(in);
        }
        GoldenLog today = GoldenLog.played(golden.capacity(), golden.steps());
        for (int i = 0; i < golden.steps().size(); i++) {
            assertThat(today.steps().get(i).outcomes())
                    .as("outcomes of step %d of release %s", i + 1, release)
                    .isEqualTo(golden.steps().get(i).outcomes());
        }
        assertThat(today.fingerprint())
                .as("state at the end of release %s", release)
                .isEqualTo(golden.fingerprint());
    }

    /**
     * Writes the golden log of a release, once: {@code -Dgolden.write=<release>}. A log that was written stays as it is.
     */
    @Test
    void aReleaseWritesItsLogOnce() throws IOException {
        String release = System.getProperty("golden.write", "");
        assumeThat(release).as("only when a release is made").isNotEmpty();
        SimulationSettings settings = new SimulationSettings(2026, 2_500, 1_000_000_000, true);
        Witness witness = new Witness();
        Simulation.run(settings, witness, Progress.NONE);
        Path file = Path.of("src/test/resources/sekisho/simulation/golden-" + release + ".log.gz");
        assertThat(file).doesNotExist();
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            GoldenLog.played(settings.capacity(), witness.steps).write(out);
        }
    }

    /** Makes engines that keep their steps; the last one made replays them all, as nothing was frozen. */
    private static final class Witness implements Engine.Maker {

        private final CoreEngine.Maker real = new CoreEngine.Maker();
        private List<GoldenLog.Step> steps = new ArrayList<>();

        @Override
        public Engine fresh(SimulationSettings settings) {
            steps = new ArrayList<>();
            Engine engine = real.fresh(settings);
            return new Engine() {
                @Override
                public void frame(List<Request> requests, long stamp, Listener listener) {
                    steps.add(new GoldenLog.Step(
                            stamp, requests.stream().map(GoldenLog::frame).toList(), 0));
                    engine.frame(requests, stamp, listener);
                }

                @Override
                public void tick(long stamp, Listener listener) {
                    steps.add(new GoldenLog.Step(stamp, List.of(), 0));
                    engine.tick(stamp, listener);
                }

                @Override
                public long now() {
                    return engine.now();
                }

                @Override
                public Frozen freeze() {
                    return engine.freeze();
                }
            };
        }

        @Override
        public Engine restore(SimulationSettings settings, Iterable<StateRecord> records) {
            throw new IllegalStateException("a golden log begins with an empty engine");
        }
    }
}
