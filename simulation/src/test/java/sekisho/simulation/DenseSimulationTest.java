package sekisho.simulation;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** Short, with many faults: the only test of the mutation run (profile {@code mutation} of this module). */
final class DenseSimulationTest {

    private static final long[] SEEDS = {6, 5};

    @Test
    void findsNothingWrongInShortRunsFullOfFaults() {
        for (long seed : SEEDS) {
            SimulationSettings settings = new SimulationSettings(seed, 4_000, 60, true);
            assertThatCode(() -> Simulation.run(settings, Progress.NONE)).doesNotThrowAnyException();
        }
    }
}
