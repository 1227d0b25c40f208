package sekisho.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories of other seeds: a class of its own, so that it runs beside the long one. */
final class OtherHistoriesTest {
    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void findsNothingWrongInThem(long seed) {
        SimulationResult result = Simulation.run(new SimulationSettings(seed, 4_000, 200, true), Progress.NONE);
        assertThat(result.requests()).isGreaterThan(10_000);
    }

    @Test
    void tellsTheSameHistoryForTheSameSeed() {
        SimulationSettings settings = new SimulationSettings(7, 3_000, 100, true);
        SimulationResult first = Simulation.run(settings, Progress.NONE);
        assertThat(Simulation.run(settings, Progress.NONE)).isEqualTo(first);
    }

    @Test
    void tellsAnotherHistoryForAnotherSeed() {
        SimulationResult one = Simulation.run(new SimulationSettings(8, 500, 100, true), Progress.NONE);
        SimulationResult other = Simulation.run(new SimulationSettings(9, 500, 100, true), Progress.NONE);
        assertThat(one.stateFingerprint()).isNotEqualTo(other.stateFingerprint());
    }
}
