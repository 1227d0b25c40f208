package sekisho.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One thing has one word: two rows about one word come from two people who did not look. */
final class GlossaryTest {

    @Test
    void everyWordIsThereOnceAndFoundWhereOneLooks() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../GLOSSARY.md")).stream()
                .filter(line -> line.startsWith("|"))
                .toList();
        assertThat(rows.subList(0, 2)).containsExactly("| word | meaning | 日本語 |", "| --- | --- | --- |");
        List<String> words = rows.stream()
                .skip(2)
                .map(row -> row.split("\\|", 3)[1].strip().toLowerCase(java.util.Locale.ROOT))
                .toList();
        assertThat(words).hasSizeGreaterThan(200).doesNotHaveDuplicates().isSorted();
    }
}
