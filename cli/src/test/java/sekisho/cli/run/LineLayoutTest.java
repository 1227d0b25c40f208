package sekisho.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineLayoutTest {
    private static final String FORGED = "2026-01-01T00:00:00.000Z INFO  Forged";

    private static String line(String message, @Nullable Throwable cause) {
        var context = new LoggerContext();
        var layout = new LineLayout();
        layout.setContext(context);
        layout.start();
        return layout.doLayout(new LoggingEvent(
                LineLayoutTest.class.getName(), context.getLogger("sekisho.Some"), Level.WARN, message, cause, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\u000b", "\u001b[2K\n"})
    void aMessageStaysOnItsLine(String end) {
        String line = line("a" + end + FORGED, null);
        assertThat(Pattern.compile("\\R").splitAsStream(line)).hasSize(1);
        assertThat(line)
                .contains(" WARN  Some")
                .contains("a ")
                .doesNotContain("\u001b")
                .endsWith("\n");
    }

    @Test
    void everyLineOfACauseIsIndented() {
        String lines =
                line("it failed", new IllegalStateException("a\n" + FORGED, new RuntimeException("b\r" + FORGED)));
        assertThat(lines.lines()).hasSizeGreaterThan(4);
        assertThat(lines.lines().skip(1)).allMatch(one -> one.startsWith("\t"));
        assertThat(lines)
                .contains("IllegalStateException: a")
                .contains("Caused by: ")
                .doesNotContain("\r");
    }
}
