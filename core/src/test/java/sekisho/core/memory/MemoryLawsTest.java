package sekisho.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of tables and indexes, held against a map. The seed is the test's parameter. */
class MemoryLawsTest {

    private static final int STEPS = 60_000;
    private static final int PAGES_WORDS = 5 * 8192;

    private final Guard guard = new Guard();
    private final Memory memory = new Memory(guard);
    private final Rows rows = new Rows(memory, 2);
    private final Index index = new Index(memory);
    private final Map<Long, Long> model = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anIndexFindsWhatWasAddedAndNothingElse(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            change(random);
        }
        assertMatchesModel(seed);
        assertThat(index.count()).as("seed %d", seed).isEqualTo(model.size());
        assertThat(rows.live()).as("seed %d", seed).isEqualTo(model.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void undoingLeavesEverythingAsItWas(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            for (int i = 0; i < 300; i++) {
                change(random);
            }
            Map<Long, Long> before = new HashMap<>(model);
            guard.beginUndo();
            for (int i = 0; i < 300; i++) {
                change(random);
            }
            if (random.nextBoolean()) {
                guard.keep();
            } else {
                guard.undo();
                model.clear();
                model.putAll(before);
            }
            assertMatchesModel(seed);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pagesThatWereGivenBackAreZeroWhenTheyAreTakenAgain(boolean viewed) {
        Memory first = new Memory(guard);
        Words full = fill(first);
        if (viewed) {
            guard.open();
            Words view = first.freeze().words();
            first.release();
            fill(new Memory(guard));
            assertThat(view.get(PAGES_WORDS - 1)).isEqualTo(-1);
            guard.close();
        } else {
            first.release();
            assertThat(full.bytes()).isLessThan(64);
        }
        Words again = new Memory(guard).words();
        again.reserve(PAGES_WORDS);
        for (int i = 0; i < PAGES_WORDS; i++) {
            assertThat(again.get(i)).isZero();
        }
    }

    private static Words fill(Memory of) {
        Words words = of.words();
        words.reserve(PAGES_WORDS);
        for (int i = 0; i < PAGES_WORDS; i++) {
            words.set(i, -1);
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void aFrozenViewStaysWhileTheLivingMemoryGoesOn(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < STEPS / 4; i++) {
            change(random);
        }
        Map<Long, Long> frozenModel = new HashMap<>(model);
        guard.open();
        Memory frozen = memory.freeze();
        Rows frozenRows = new Rows(frozen, 2);
        Index frozenIndex = new Index(frozen);
        for (int i = 0; i < STEPS / 4; i++) {
            change(random);
        }
        guard.beginUndo();
        change(random);
        guard.keep();
        frozenModel.forEach((key, value) -> assertThat(find(frozenRows, frozenIndex, key))
                .as("seed %d", seed)
                .isEqualTo(value));
        assertThat(frozenRows.live()).as("seed %d", seed).isEqualTo(frozenModel.size());
        guard.close();
        assertMatchesModel(seed);
    }

    private void change(Random random) {
        long key = random.nextInt(8_000);
        long value = random.nextLong() | 1;
        int row = row(rows, index, key);
        if (row == 0) {
            int fresh = rows.add();
            rows.set(fresh, 0, key);
            rows.set(fresh, 1, value);
            index.add(hash(key), fresh);
            model.put(key, value);
        } else if (random.nextInt(3) == 0) {
            index.remove(hash(key), row);
            rows.remove(row);
            model.remove(key);
        } else {
            rows.set(row, 1, value);
            model.put(key, value);
        }
    }

    private void assertMatchesModel(long seed) {
        for (long key = 0; key < 8_000; key++) {
            assertThat(find(rows, index, key)).as("seed %d, key %d", seed, key).isEqualTo(model.getOrDefault(key, 0L));
        }
    }

    private static long find(Rows in, Index by, long key) {
        int row = row(in, by, key);
        return row == 0 ? 0 : in.get(row, 1);
    }

    private static int row(Rows in, Index by, long key) {
        for (int row = by.first(hash(key)); row != 0; row = by.next()) {
            if (in.get(row, 0) == key) {
                return row;
            }
        }
        return 0;
    }

    /** A poor hash on purpose: many keys share a bucket and even a tag. */
    private static long hash(long key) {
        return Index.hash(key / 3, 0);
    }
}
