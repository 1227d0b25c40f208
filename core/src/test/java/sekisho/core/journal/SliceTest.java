package sekisho.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SliceTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsExactlyTheRowsOfAHashesTag(long seed) {
        var random = new SplittableRandom(seed);
        var slice = new Slice();
        Map<Long, List<Integer>> byTag = new HashMap<>();
        for (int row = 1; row <= 5_000; row++) {
            // Few tags, so that many rows share one, and neighbouring ones, so that they collide.
            long hash = (random.nextLong(700) << 32) | random.nextInt(1 << 30);
            slice.add(hash, row);
            byTag.computeIfAbsent(hash >>> 32, _ -> new ArrayList<>()).add(row);
            long asked = random.nextLong(800) << 32;
            assertThat(rows(slice, asked))
                    .as("seed %d, row %d", seed, row)
                    .containsExactlyInAnyOrderElementsOf(byTag.getOrDefault(asked >>> 32, List.of()));
        }
    }

    private static List<Integer> rows(Slice slice, long hash) {
        List<Integer> rows = new ArrayList<>();
        for (int place = slice.first(hash); place >= 0; place = slice.next(place, hash)) {
            rows.add(slice.row(place));
        }
        return rows;
    }
}
