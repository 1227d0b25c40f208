package sekisho.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTest {
    @Test
    void writesNestedValues() {
        assertThat(Json.of(Map.of("a", List.of(1, 2.5, "x", true, Map.of(), List.of()))))
                .isEqualTo("{\"a\":[1,2.5,\"x\",true,{},[]]}");
    }

    @Test
    void writesWholeNumbersWithoutAPoint() {
        assertThat(Json.of(List.of(3.0, Long.MAX_VALUE, -0.25))).isEqualTo("[3,9223372036854775807,-0.25]");
    }

    @Test
    void escapesWhatHasToBeEscaped() {
        assertThat(Json.of("say \"a\\b\"\n\u0001円")).isEqualTo("\"say \\\"a\\\\b\\\"\\n\\u0001円\"");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> Json.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
