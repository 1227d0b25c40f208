package sekisho.benchmarks.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The comparison, on made-up times: what is there is found, what is not there is not. */
final class ContrastsTest {
    private static final long SEED = 20261126;
    private static final String[] STATES = {"one", "two", "three", "four"};

    @Test
    void findsAShiftOfFiveMillisecondsInOneState() {
        List<Contrast> contrasts = Contrasts.of(times(2_000, 0, 0, 5, 0), 1_000, SEED);
        assertThat(contrasts)
                .hasSize(12)
                .allSatisfy(contrast -> assertThat(contrast.within(Contrasts.BOUND_MILLIS))
                        .as("%s", contrast)
                        .isEqualTo(!involves(contrast, "three")));
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        for (long seed = SEED; seed < SEED + 5; seed++) {
            assertThat(Contrasts.of(times(2_000, 0, 0, 0, 0), 1_000, seed))
                    .as("seed %d", seed)
                    .allMatch(contrast -> contrast.within(Contrasts.BOUND_MILLIS));
        }
    }

    @Test
    void findsALeakThatOnlyTheSlowestTenthShows() {
        Samples samples = times(4_000, 0, 0, 0, 0);
        for (int round = 0; round < samples.rounds(); round += 5) {
            samples.millis()[1][round] += 20;
        }
        assertThat(Contrasts.of(samples, 1_000, SEED))
                .filteredOn(contrast -> !contrast.within(Contrasts.BOUND_MILLIS))
                .hasSize(3)
                .allMatch(contrast -> contrast.statistic().equals("p90") && involves(contrast, "two"));
    }

    @Test
    void tooFewRoundsAreNoProof() {
        assertThat(Contrasts.of(times(20, 0, 0, 0, 0), 1_000, SEED))
                .anyMatch(contrast -> !contrast.within(Contrasts.BOUND_MILLIS));
    }

    @Test
    void theSameSeedGivesTheSameIntervals() {
        Samples samples = times(500, 0, 1, 0, 0);
        assertThat(Contrasts.of(samples, 1_000, SEED)).isEqualTo(Contrasts.of(samples, 1_000, SEED));
    }

    @Test
    void blocksKeepNeighboursTogether() {
        // Slow and fast spells: an interval that forgot them would be far too narrow.
        double[] spells = new double[2_000];
        for (int i = 0; i < spells.length; i++) {
            spells[i] = i / 200 % 2 == 0 ? 0 : 10;
        }
        var drawn = new BlockBootstrap(400, SEED)
                .draw(new Samples(new String[] {"a", "b"}, new double[][] {spells, spells.clone()}), 0.5)[0];
        assertThat(drawn[0]).isEqualTo(drawn[1]);
        assertThat(BlockBootstrap.block(10_000)).isEqualTo(22);
        assertThat(BlockBootstrap.block(5)).isEqualTo(5);
    }

    @Test
    void holmsLevelsGrowFromTheSmallestChance() {
        assertThat(Holm.levels(new double[] {0.03, 0.001, 0.2}, 0.06)).containsExactly(0.03, 0.02, 0.06);
        assertThat(Holm.levels(new double[] {0.5, 0.5}, 0.05)).containsExactly(0.025, 0.05);
    }

    @Test
    void quantilesAreValuesThatWereMeasured() {
        assertThat(Samples.quantile(new double[] {4, 1, 3, 2}, 0.5)).isEqualTo(2);
        assertThat(Samples.quantile(new double[] {4, 1, 3, 2}, 0.9)).isEqualTo(4);
        assertThatThrownBy(() -> new Samples(new String[] {"a", "b"}, new double[][] {{1}, {1, 2}}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean involves(Contrast contrast, String state) {
        return contrast.one().equals(state) || contrast.other().equals(state);
    }

    /** Rounds with a common load, a noise of each answer, now and then a long one, and a shift a state. */
    private static Samples times(int rounds, double... shifts) {
        var random = new Random(SEED);
        var millis = new double[shifts.length][rounds];
        double load = 0;
        for (int round = 0; round < rounds; round++) {
            load = 0.95 * load + random.nextGaussian() * 0.5;
            for (int state = 0; state < shifts.length; state++) {
                double tail = random.nextInt(50) == 0 ? 30 * random.nextDouble() : 0;
                millis[state][round] = 250 + shifts[state] + load + random.nextGaussian() * 1.5 + tail;
            }
        }
        return new Samples(STATES, millis);
    }
}
