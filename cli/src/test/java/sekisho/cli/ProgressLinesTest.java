package sekisho.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ProgressLinesTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private long now;

    @Test
    void saysRateAndTimeLeftEveryFiveSeconds() {
        ProgressLines lines = new ProgressLines("import", 1_000, out, () -> now);
        now = TimeUnit.SECONDS.toNanos(4);
        lines.reached(400);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEmpty();
        now = TimeUnit.SECONDS.toNanos(5);
        lines.reached(500);
        lines.reached(510);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("import: 500 of 1,000 (50 %), 100/s, 5 s left");
    }
}
