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
import sekisho.wire.StateFingerprint;

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

    /** Ladders, switches, links and locks are the log's: nothing of a founded book's state comes from anywhere else. */
    @Test
    void aFoundedHistoryEndsInTheSameFingerprintWhenItIsReplayedFromTheStart() {
        SimulationSettings settings = new SimulationSettings(20_200_910, 2_000, 1_000_000_000, true);
        Witness witness = new Witness();
        SimulationResult lived = Simulation.run(settings, witness, Progress.NONE);
        assertThat(lived.counts())
                .as("what happened in it")
                .hasEntrySatisfying("link.ACTIVE", many -> assertThat(many).isGreaterThan(10))
                .hasEntrySatisfying(
                        "accepted.Trust.SetRung", many -> assertThat(many).isPositive())
                .hasEntrySatisfying(
                        "accepted.Bank.Suspend", many -> assertThat(many).isPositive())
                .hasEntrySatisfying("lock.STRONG", many -> assertThat(many).isPositive());
        Engine engine = new CoreEngine.Maker().fresh(settings);
        List<Lived> steps = witness.lived;
        replay(engine, steps.subList(0, steps.size() - 100));
        assertThat(fingerprint(engine)).as("of a part of it").isNotEqualTo(lived.stateFingerprint());
        replay(engine, steps.subList(steps.size() - 100, steps.size()));
        assertThat(fingerprint(engine)).isEqualTo(lived.stateFingerprint());
    }

    private static void replay(Engine engine, List<Lived> steps) {
        for (Lived step : steps) {
            Recording unheard = new Recording();
            if (step.requests().isEmpty()) {
                engine.tick(step.stamp(), unheard);
            } else {
                engine.frame(step.requests(), step.stamp(), unheard);
            }
        }
    }

    private static String fingerprint(Engine engine) {
        StateFingerprint fingerprint = new StateFingerprint();
        try (Engine.Frozen state = engine.freeze()) {
            state.export(fingerprint::add);
        }
        return fingerprint.hex();
    }

    /** A step as the engine got it. */
    private record Lived(long stamp, List<Request> requests) {}

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
        private List<Lived> lived = new ArrayList<>();

        @Override
        public Engine fresh(SimulationSettings settings) {
            steps = new ArrayList<>();
            lived = new ArrayList<>();
            Engine engine = real.fresh(settings);
            return new Engine() {
                @Override
                public void frame(List<Request> requests, long stamp, Listener listener) {
                    steps.add(new GoldenLog.Step(
                            stamp, requests.stream().map(GoldenLog::frame).toList(), 0));
                    lived.add(new Lived(stamp, List.copyOf(requests)));
                    engine.frame(requests, stamp, listener);
                }

                @Override
                public void tick(long stamp, Listener listener) {
                    steps.add(new GoldenLog.Step(stamp, List.of(), 0));
                    lived.add(new Lived(stamp, List.of()));
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
