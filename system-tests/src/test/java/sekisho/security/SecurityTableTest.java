package sekisho.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/security.md has a line for each requirement, and each line a test that exists or a reason. */
final class SecurityTableTest {
    private static final Path TABLE = Path.of("../docs/security.md");
    private static final Pattern ROW = Pattern.compile("\\| (V\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| (.+?) \\| (.+?) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Set<String> REASONS =
            Set.of("not applicable: ", "not used: ", "planned: ", "documented: ", "operator: ", "open: ");

    /** How many requirements of levels 1 and 2 each chapter of ASVS 5.0.0 has, V1 first. */
    private static final List<Integer> REQUIREMENTS =
            List.of(27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7);

    @Test
    void everyRequirementOfLevelsOneAndTwoHasALineOnce() throws Exception {
        var rows = rows();
        var numbers = rows.stream().map(Row::number).toList();
        assertThat(numbers).doesNotHaveDuplicates();
        var perChapter = new TreeMap<Integer, Integer>();
        numbers.forEach(
                number -> perChapter.merge(Integer.valueOf(number.substring(1, number.indexOf('.'))), 1, Integer::sum));
        assertThat(perChapter.values()).containsExactlyElementsOf(REQUIREMENTS);
    }

    @Test
    void everyLineNamesATestThatExistsOrGivesAReason() throws Exception {
        Set<String> tests = tests();
        for (Row row : rows()) {
            var named = CODE.matcher(row.proof())
                    .results()
                    .map(match -> match.group(1))
                    .filter(name -> name.endsWith("Test"))
                    .collect(Collectors.toSet());
            assertThat(tests).as(row.number()).containsAll(named);
            boolean reason = REASONS.stream().anyMatch(row.proof()::startsWith);
            assertThat(reason || !named.isEmpty())
                    .as(row.number() + ": " + row.proof())
                    .isTrue();
        }
    }

    private record Row(String number, String proof) {}

    private static List<Row> rows() throws IOException {
        var matcher = ROW.matcher(Files.readString(TABLE));
        return matcher.results()
                .map(match -> new Row(match.group(1), match.group(4)))
                .toList();
    }

    private static Set<String> tests() throws IOException {
        var names = new HashSet<String>();
        try (var files = Files.walk(Path.of(".."))) {
            files.map(Path::toString)
                    .filter(file -> file.contains("src/test/java/") && file.endsWith("Test.java"))
                    .forEach(file ->
                            names.add(file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length())));
        }
        return names;
    }
}
