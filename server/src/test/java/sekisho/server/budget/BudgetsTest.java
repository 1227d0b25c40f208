package sekisho.server.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class BudgetsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T00:00:00Z"));
    private final Budgets budgets = new Budgets(now::get);

    @Test
    void aBudgetIsSpentByOneAndComesBackWithTime() {
        for (int i = 0; i < Purpose.SIGN_UP.most(); i++) {
            assertThat(budgets.spend(Purpose.SIGN_UP, "a")).isTrue();
        }
        assertThat(budgets.spend(Purpose.SIGN_UP, "a")).isFalse();
        assertThat(budgets.spend(Purpose.SIGN_UP, "b")).isTrue();
        assertThat(budgets.spend(Purpose.SIGN_IN, "a")).isTrue();
        now.updateAndGet(time -> time.plus(Purpose.SIGN_UP.within()).minus(Duration.ofMillis(1)));
        assertThat(budgets.spend(Purpose.SIGN_UP, "a")).isFalse();
        now.updateAndGet(time -> time.plus(Duration.ofMillis(1)));
        assertThat(budgets.spend(Purpose.SIGN_UP, "a")).isTrue();
    }
}
