package sekisho.formats.matching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class VectorsTest {

    record Vector(Attribute attribute, String ours, String held, MatchCode code, String source) {}

    @ParameterizedTest
    @MethodSource("vectors")
    void aVectorHoldsBothWays(Vector vector) {
        assertThat(Matching.compare(vector.attribute(), vector.ours(), vector.held()))
                .isEqualTo(vector.code());
        assertThat(Matching.compare(vector.attribute(), vector.held(), vector.ours()))
                .as("the other way round")
                .isEqualTo(vector.code());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyValueThatCanBeReadMatchesItself(Vector vector) {
        boolean canBeRead = vector.code() != MatchCode.NOAP;
        boolean hasStandIn = vector.ours().contains("〓") || vector.ours().contains("●");
        if (canBeRead && !hasStandIn) {
            assertThat(Matching.compare(vector.attribute(), vector.ours(), vector.ours()))
                    .isEqualTo(MatchCode.MTCH);
        }
    }

    @Test
    void thereAreAtLeastTwoHundredAndEachNamesItsSource() throws IOException {
        assertThat(vectors()).hasSizeGreaterThanOrEqualTo(200);
        String sources = read("vectors-sources.md");
        assertThat(vectors()).allSatisfy(vector -> assertThat(sources).contains("| `" + vector.source() + "` |"));
    }

    static List<Vector> vectors() throws IOException {
        return read("vectors.tsv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(cells -> new Vector(
                        Attribute.valueOf(cells[0]), cells[1], cells[2], MatchCode.valueOf(cells[3]), cells[4]))
                .toList();
    }

    private static String read(String name) throws IOException {
        try (var stream = Objects.requireNonNull(VectorsTest.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
