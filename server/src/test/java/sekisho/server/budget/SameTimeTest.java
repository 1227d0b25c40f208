package sekisho.server.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SameTimeTest {
    @ParameterizedTest
    @CsvSource({"0, 100, 100", "1, 100, 100", "99, 100, 100", "100, 100, 100", "101, 100, 200", "1000, 250, 1000"})
    void anAnswerLeavesAtTheFirstStepAfterItsWork(long taken, long step, long leaves) {
        assertThat(SameTime.end(taken, step)).isEqualTo(leaves);
    }

    @Test
    void aStepIsAtMostFiveSeconds() {
        assertThatThrownBy(() -> new SameTime(Duration.ofSeconds(6))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SameTime(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
