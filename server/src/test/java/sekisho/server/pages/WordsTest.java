package sekisho.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages say, in both languages. */
final class WordsTest {
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\"([a-z0-9.-]+)\"[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(Words.in(Language.JA).keys()).isEqualTo(Words.in(Language.EN).keys());
    }

    @Test
    void everyTextSaysSomethingAndHasTheSamePlaces() {
        for (String key : Words.in(Language.JA).keys()) {
            String ja = Words.in(Language.JA).say(key);
            String en = Words.in(Language.EN).say(key);
            assertThat(ja).as(key).isNotBlank();
            assertThat(en).as(key).isNotBlank();
            assertThat(places(ja)).as(key).isEqualTo(places(en));
        }
    }

    @Test
    void everyKeyThatIsSaidIsThere() throws IOException {
        var missing = new TreeSet<String>();
        for (Path root : new Path[] {Path.of("src/main/templates"), Path.of("src/main/java")}) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    var matcher = SAID.matcher(Files.readString(file));
                    while (matcher.find()) {
                        if (!Words.in(Language.EN).has(matcher.group(1))) {
                            missing.add(matcher.group(1) + " in " + file.getFileName());
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> places(String text) {
        var places = new TreeSet<String>();
        var matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }
}
