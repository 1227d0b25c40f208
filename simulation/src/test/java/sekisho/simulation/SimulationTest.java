package sekisho.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulationTest {

    @Test
    void findsNothingWrongAndMeetsNearlyEverything() {
        SimulationResult result = Simulation.run(new SimulationSettings(1, 20_000, 200, true), Progress.NONE);
        assertThat(result.requests()).isGreaterThan(50_000);
        assertThat(result.zeros()).hasSizeLessThan(16);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void findsNothingWrongInOtherHistories(long seed) {
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

    @Test
    void namesWhatNeverHappened() {
        SimulationResult result = Simulation.run(new SimulationSettings(1, 10, 100, true), Progress.NONE);
        assertThat(result.zeros()).contains("fault.CRASH", "meeting.WITHDRAWN×Settled", "outcome.WALLET_CLOSED");
        assertThat(result.counts()).containsEntry("fault.CRASH", 0L);
    }
}
