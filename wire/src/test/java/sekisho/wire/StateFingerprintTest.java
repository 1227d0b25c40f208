package sekisho.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.protocol.ClientId;
import sekisho.protocol.StateRecord;

final class StateFingerprintTest {
    private static final long SEED = 4;

    private final Samples samples = new Samples(SEED);

    static List<Class<?>> rows() {
        return Types.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anyFieldOfAnyRowCounts(Class<?> type) {
        Set<String> untouched = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            StateRecord row = (StateRecord) samples.of(type);
            if (i == 0) {
                untouched.addAll(Variants.paths(row));
            }
            Map<String, String> seen = new HashMap<>(Map.of(of(row), "as it is"));
            Map<Object, String> variants = new HashMap<>();
            Variants.of(row).forEach((path, variant) -> variants.put(variant, path));
            variants.forEach((variant, path) -> {
                String before = seen.put(of((StateRecord) variant), path);
                assertThat(before).as("seed %d: %s of %s", SEED, path, row).isNull();
                untouched.removeIf(path::startsWith);
            });
        }
        assertThat(untouched).as("fields that were never changed").isEmpty();
    }

    @Test
    void theOrderOfTheRowsDoesNotCount() {
        List<StateRecord> rows = someRows(500);
        String before = of(rows.toArray(StateRecord[]::new));
        Collections.shuffle(rows, samples.random());
        assertThat(of(rows.toArray(StateRecord[]::new))).as("seed %d", SEED).isEqualTo(before);
    }

    @Test
    void aRowThatIsThereTwiceOrMissingCounts() {
        StateRecord one = someRows(1).getFirst();
        StateRecord two = new StateRecord.StreamRow(new ClientId(1), 2, 3, 4);
        assertThat(List.of(of(), of(one), of(one, one), of(one, one, one), of(two), of(one, two), of(one, one, two)))
                .doesNotHaveDuplicates();
    }

    @Test
    void itIs32HexadecimalDigits() {
        assertThat(of()).isEqualTo("0".repeat(32));
        assertThat(of(someRows(1).getFirst())).matches("[0-9a-f]{32}");
    }

    private List<StateRecord> someRows(int count) {
        List<StateRecord> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add((StateRecord) samples.any(Types.rows()));
        }
        return rows;
    }

    private static String of(StateRecord... rows) {
        var fingerprint = new StateFingerprint();
        for (StateRecord row : rows) {
            fingerprint.add(row);
        }
        return fingerprint.hex();
    }
}
