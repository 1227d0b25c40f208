package sekisho.ways;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import sekisho.cli.Main;

/** Every verb of the command line stands in docs/ways-in.md. */
final class VerbsTest {
    private static final Pattern OF_THE_SCRIPT = Pattern.compile("(?m)^  ([a-z]+)\\)$");

    @Test
    void everyVerbIsClassified() throws IOException {
        Set<String> verbs = new TreeSet<>();
        add(verbs, "", new CommandLine(new Main()));
        OF_THE_SCRIPT
                .matcher(Files.readString(Path.of("../sekisho")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(verbs::add);
        assertThat(verbs).contains("run", "explain", "test");
        assertThat(WayRows.below("Verbs").keySet()).isEqualTo(verbs);
    }

    private static void add(Set<String> verbs, String before, CommandLine line) {
        line.getSubcommands().forEach((name, verb) -> {
            String whole = before.isEmpty() ? name : before + " " + name;
            if (verb.getSubcommands().isEmpty()) {
                verbs.add(whole);
            }
            add(verbs, whole, verb);
        });
    }
}
