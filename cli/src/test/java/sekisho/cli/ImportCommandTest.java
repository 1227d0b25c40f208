package sekisho.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportCommandTest {
    private static final Path SAMPLE = Path.of("src/test/resources/streams/paysim-sample.csv");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void printsNothingButJsonOnStandardOutput() {
        assertThat(run("import", "--format", "paysim", "--overdraft", "file", "--json", SAMPLE.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString().strip())
                .startsWith("{\"measurements\":[{\"name\":")
                .contains(
                        "\"rows\":10,\"accepted\":8,\"refused\":{\"INSUFFICIENT_FUNDS\":2},\"repeated\":0,\"totals\":{\"wallets\":")
                .contains("\"conservation\":{\"XTS\":0},\"fingerprint\":\"")
                .contains("\"stateFingerprint\":\"")
                .endsWith("}")
                .doesNotContain("\n");
    }

    @Test
    void failsWithASentenceForAFileThatIsNotThere() {
        assertThat(run(
                        "import",
                        "--format",
                        "paysim",
                        folder.resolve("none.csv").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("none.csv: there is no such file");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void failsWithLineAndColumnForABadRow() throws Exception {
        Path file = folder.resolve("bad.csv");
        Files.writeString(file, Files.readString(SAMPLE).replace("2,CASH_OUT,5.00", "2,CASH_OUT,-5.00"));
        assertThat(run("import", "--format", "paysim", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("line 5, column amount: \"-5.00\" is not positive");
    }

    @Test
    void takesAWrongCallForOne() {
        assertThat(run("import", SAMPLE.toString())).isEqualTo(2);
        assertThat(run("import", "--format", "csv", SAMPLE.toString())).isEqualTo(2);
        assertThat(run("import", "--format", "paysim")).isEqualTo(2);
        assertThat(run("bench")).isEqualTo(2);
        assertThat(run("simulate", "--steps", "0")).isEqualTo(2);
    }

    private int run(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
