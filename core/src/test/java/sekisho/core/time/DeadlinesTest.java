package sekisho.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.core.memory.Memory;
import sekisho.protocol.DeadlineKind;

class DeadlinesTest {

    private record Expected(long at, long sequence, int row) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theEarliestComesFirstAndTiesInTheOrderTheyWereSet(long seed) {
        Random random = new Random(seed);
        Deadlines deadlines = new Deadlines(new Memory());
        List<Expected> model = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            if (model.isEmpty() || random.nextInt(5) < 3) {
                long at = random.nextInt(500);
                int row = deadlines.set(at, DeadlineKind.HOLD_EXPIRES, i + 1, 0);
                model.add(new Expected(at, deadlines.sequence(row), row));
            } else {
                Expected gone = random.nextBoolean()
                        ? model.stream()
                                .min(Comparator.comparingLong(Expected::at).thenComparingLong(Expected::sequence))
                                .orElseThrow()
                        : model.get(random.nextInt(model.size()));
                deadlines.clear(gone.row());
                model.remove(gone);
            }
            if (i % 50 == 0 && !model.isEmpty()) {
                int earliest = deadlines.earliest();
                Expected first = model.stream()
                        .min(Comparator.comparingLong(Expected::at).thenComparingLong(Expected::sequence))
                        .orElseThrow();
                assertThat(earliest).as("seed %d, step %d", seed, i).isEqualTo(first.row());
            }
        }
    }
}
