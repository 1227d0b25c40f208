package sekisho.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.benchmarks.Progress;
import sekisho.protocol.Refusal;

/** Imports through a real node. */
final class ImportTest {
    @TempDir
    private Path folder;

    @Test
    void answersEveryRowAndRepeatsThemAllTheSecondTime() throws Exception {
        ImportReport first = run(Samples.PAYSIM, Overdraft.NONE, null);
        assertThat(first.troubles()).isEmpty();
        assertThat(first.answered()).isEqualTo(10);
        assertThat(first.accepted()).isEqualTo(7);
        assertThat(first.refused()).isEqualTo(Map.of(Refusal.INSUFFICIENT_FUNDS, 3L));
        assertThat(first.conservation()).isEqualTo(Map.of("XTS", 0L));
        assertThat(first.flagged()).isEqualTo(new Flagged(2, 3, 2));

        ImportReport second = run(Samples.PAYSIM, Overdraft.NONE, null);
        assertThat(second.troubles()).isEmpty();
        assertThat(second.repeated()).isEqualTo(10);
        assertThat(second.accepted()).isZero();
        assertThat(second.refused()).isEmpty();
        assertThat(second.totals()).isEqualTo(first.totals());
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
        assertThat(second.differences()).isEqualTo(first.differences());
    }

    @Test
    void refusesAnotherScriptUnderTheSameName() throws Exception {
        ImportReport first = run(Samples.PAYSIM, Overdraft.NONE, "mine");
        assertThatThrownBy(() -> run(Samples.PAYSIM, Overdraft.FILE, "mine"))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining("--overdraft");
        Path shorter = folder.resolve("shorter.csv");
        Files.write(shorter, Files.readAllLines(Samples.PAYSIM).subList(0, 4));
        assertThatThrownBy(() -> run(shorter, Overdraft.NONE, "mine"))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining("--stream");
        assertThat(run(Samples.PAYSIM, Overdraft.NONE, "mine").fingerprint()).isEqualTo(first.fingerprint());
    }

    @Test
    void findsTheAnswersInTheOutcomeLog() throws Exception {
        ImportReport report = run(Samples.PAYSIM, Overdraft.NONE, null);
        var logged = new TreeMap<Long, String>();
        LoggedAnswers.read(
                folder.resolve("home"),
                0,
                report.stream(),
                (answer, sequence) -> logged.put(sequence, AnswerJournal.line(answer.outcome())));
        assertThat(logged).isEqualTo(new TreeMap<>(AnswerJournal.read(folder.resolve("answers"))));
    }

    private ImportReport run(Path file, Overdraft overdraft, @Nullable String name) throws BadFile, ImportFailed {
        return Import.run(
                new ImportSettings(
                        file, Format.PAYSIM, overdraft, name, folder.resolve("home"), folder.resolve("answers")),
                Progress.NONE);
    }
}
