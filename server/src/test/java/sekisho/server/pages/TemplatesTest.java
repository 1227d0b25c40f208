package sekisho.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What templates may hold: structure, and nothing that the content policy forbids or a translator would miss. */
final class TemplatesTest {
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern SAID_ATTRIBUTES =
            Pattern.compile("\\b(?:alt|title|aria-label|placeholder|label|text|sub) ?= ?\"([^\"$]*\\p{L}[^\"$]*)\"");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/templates"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void hasNoTextOfItsOwn(Path template) throws IOException {
        String source = Files.readString(template);
        assertThat(LETTERS.matcher(text(source)).results().map(result -> result.group()))
                .as(template.toString())
                .isEmpty();
        assertThat(SAID_ATTRIBUTES
                        .matcher(source.replace("\"@aoi-kita\"", ""))
                        .results()
                        .map(result -> result.group()))
                .as(template.toString())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void hasNoStyleAndNoScriptOfItsOwn(Path template) throws IOException {
        String source = Files.readString(template);
        assertThat(source).doesNotContainPattern("\\sstyle=").doesNotContainPattern("\\son[a-z]+=");
        assertThat(source)
                .doesNotContain("<style")
                .doesNotContainPattern("<script(?! src=)")
                .doesNotContain("$unsafe");
    }

    /** What a reader would see: no tags, no expressions, no control structures. */
    private static String text(String source) {
        String text = source.replaceAll("(?m)^@(import|param) .*$", " ");
        text = text.replaceAll("(?s)!\\{.*?}", " ");
        String before;
        do {
            before = text;
            text = text.replaceAll("\\$\\{[^{}]*}", " ").replaceAll("\\([^()]*\\)", " ");
        } while (!text.equals(before));
        text = text.replaceAll("<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", " ");
        return text.replaceAll("@template\\.[a-z0-9.-]+", " ")
                .replaceAll("@(if|elseif|else|endif|for|endfor)", " ")
                .replaceAll("\\b[a-z]+ = @?`", " ");
    }
}
