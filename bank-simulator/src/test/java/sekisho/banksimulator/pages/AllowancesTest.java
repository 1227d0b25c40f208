package sekisho.banksimulator.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AllowancesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T01:00:00Z");

    private final Allowances allowances = new Allowances();

    @Test
    void anAccountIsAskedAboutFiveTimesADayWhoeverAsks() {
        for (int i = 0; i < Allowances.OF_AN_ACCOUNT; i++) {
            assertThat(allowances.take("0829", "a", "source " + i, NOW)).isTrue();
        }
        assertThat(allowances.take("0829", "a", "another", NOW)).isFalse();
        assertThat(allowances.take("0829", "b", "another", NOW)).isTrue();
    }

    @Test
    void aSourceAsksTenTimesADayWhateverAccount() {
        for (int i = 0; i < Allowances.OF_A_SOURCE; i++) {
            assertThat(allowances.take("0829", "account " + i, "thief", NOW)).isTrue();
        }
        assertThat(allowances.take("0829", "fresh", "thief", NOW)).isFalse();
        assertThat(allowances.take("0829", "new", "thief", NOW.plus(Duration.ofHours(25))))
                .isTrue();
    }

    @Test
    void eachBankCountsByItself() {
        for (int i = 0; i < Allowances.OF_A_SOURCE; i++) {
            assertThat(allowances.take("0829", "account " + i, "customer", NOW)).isTrue();
        }
        assertThat(allowances.take("0831", "account", "customer", NOW)).isTrue();
    }
}
