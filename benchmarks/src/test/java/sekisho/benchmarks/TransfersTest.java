package sekisho.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class TransfersTest {
    private static final long SAMPLE = 100_000;

    private final Population population = new Population(10_000);
    private final Transfers transfers = new Transfers(population, 1);

    @Test
    void makesTheSameTransferAndIdForTheSameNumber() {
        Transfers again = new Transfers(population, 1);
        assertThat(again.command(12_345)).isEqualTo(transfers.command(12_345));
        assertThat(again.id(12_345, 99)).isEqualTo(transfers.id(12_345, 99));
        assertThat(new Transfers(population, 2).id(12_345, 99)).isNotEqualTo(transfers.id(12_345, 99));
    }

    @Test
    void refusesOneInTen() {
        var frozen = new HashSet<Long>();
        for (int i = 0; i < Population.FROZEN; i++) {
            frozen.add(Population.wallet(population.wallets() + i).value());
        }
        long refused = LongStream.range(0, SAMPLE)
                .mapToObj(transfers::command)
                .filter(send -> send.amount().minorUnits() > Population.FUNDS
                        || frozen.contains(send.to().value()))
                .count();
        assertThat(refused / (double) SAMPLE).isCloseTo(0.10, within(0.005));
    }

    @Test
    void neverSendsToThePayer() {
        assertThat(LongStream.range(0, SAMPLE).mapToObj(transfers::command))
                .noneMatch(send -> send.from().equals(send.to()));
    }

    @Test
    void drawsTheFirstRankByItsWeight() {
        Zipf zipf = new Zipf(1_000, 0.99);
        SplittableRandom random = new SplittableRandom(5);
        double weight = 0;
        for (int rank = 1; rank <= 1_000; rank++) {
            weight += Math.pow(rank, -0.99);
        }
        long first =
                LongStream.range(0, SAMPLE).filter(_ -> zipf.draw(random) == 0).count();
        assertThat(first / (double) SAMPLE).isCloseTo(1 / weight, within(0.01));
    }

    @Test
    void givesEveryTransferItsOwnId() {
        var ids = new HashSet<Object>();
        LongStream.range(0, SAMPLE).forEach(number -> ids.add(transfers.id(number, 1)));
        assertThat(ids).hasSize((int) SAMPLE);
    }
}
