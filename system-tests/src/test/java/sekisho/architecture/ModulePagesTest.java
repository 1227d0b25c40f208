package sekisho.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages that a newcomer reads first name every module, each once. */
final class ModulePagesTest {
    private static final Pattern MODULE = Pattern.compile("<module>([a-z-]+)</module>");
    private static final Pattern IN_ARCHITECTURE = Pattern.compile("`([a-z-]+)`");
    private static final Pattern IN_README = Pattern.compile("^\\| \\[([a-z-]+)]\\(");

    @Test
    void theTableOfTheArchitectureHasEveryModuleOnce() throws IOException {
        List<String> named = rows("ARCHITECTURE.md").stream()
                .map(row -> row.split("\\|", 3)[1])
                .flatMap(cell -> all(IN_ARCHITECTURE, cell).stream())
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(modules());
    }

    @Test
    void theTableOfTheReadmeHasEveryModuleOnce() throws IOException {
        List<String> named = rows("README.md").stream()
                .flatMap(row -> all(IN_README, row).stream())
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(modules());
    }

    private static List<String> modules() throws IOException {
        return all(MODULE, Files.readString(Path.of("../pom.xml")));
    }

    private static List<String> rows(String page) throws IOException {
        return Files.readAllLines(Path.of("..", page)).stream()
                .filter(line -> line.startsWith("| `") || line.startsWith("| ["))
                .toList();
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
