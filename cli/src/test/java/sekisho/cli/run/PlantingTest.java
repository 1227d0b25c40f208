package sekisho.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PlantingTest {
    private final AtomicInteger tries = new AtomicInteger();
    private final List<String> said = new ArrayList<>();

    @Test
    void whatDidNotAnswerIsTriedAgain() {
        planting(3, 100).run();
        assertThat(tries).hasValue(3);
        assertThat(said).singleElement().asString().startsWith("demo world: there after ");
    }

    @Test
    void itGivesUpInTheEndAndSaysNothingIsThere() {
        planting(100, 100).run();
        assertThat(tries).hasValue(8);
        assertThat(said).isEmpty();
    }

    @Test
    void whatIsStoppedIsNotTriedAgain() {
        planting(100, 2).run();
        assertThat(tries).hasValue(2);
        assertThat(said).isEmpty();
    }

    /** Something that answers the nth time, and is stopped after some tries. */
    private Planting planting(int answers, int stopped) {
        return new Planting(
                () -> {
                    if (tries.incrementAndGet() < answers) {
                        throw new IllegalStateException("no answer");
                    }
                },
                () -> tries.get() >= stopped,
                Duration.ofNanos(1),
                said::add);
    }
}
