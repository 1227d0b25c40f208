package sekisho.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SimulationTest {
    @Test
    void findsNothingWrongAndMeetsNearlyEverything() {
        SimulationResult result = Simulation.run(new SimulationSettings(1, 20_000, 200, true), Progress.NONE);
        assertThat(result.requests()).isGreaterThan(50_000);
        assertThat(result.zeros()).hasSizeLessThan(16);
    }

    @Test
    void namesWhatNeverHappened() {
        SimulationResult result = Simulation.run(new SimulationSettings(1, 10, 100, true), Progress.NONE);
        assertThat(result.zeros()).contains("fault.CRASH", "meeting.WITHDRAWN×Settled", "outcome.WALLET_CLOSED");
        assertThat(result.counts()).containsEntry("fault.CRASH", 0L);
    }
}
