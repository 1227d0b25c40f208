package sekisho.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"import", "explain", "bench", "simulate", "threat", "drill"})
    void helpNamesEveryVerb(String verb) {
        assertThat(run("help")).isZero();
        assertThat(out.toString()).contains("  " + verb + " ");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "explain", "bench", "simulate", "drill"})
    void everyVerbExplainsItself(String verb) {
        assertThat(run("help", verb)).isZero();
        assertThat(out.toString()).startsWith("Usage: sekisho " + verb);
    }

    @Test
    void refusesAnUnknownVerbAsAWrongCall() {
        assertThat(run("imprt")).isEqualTo(2);
        assertThat(err.toString()).contains("imprt", "import");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesACallWithoutVerbAsAWrongCall() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).startsWith("Missing verb").contains("Usage: sekisho");
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
