package sekisho.ways;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rows of docs/ways-in.md below a heading: the entry, and the commands that it can send. */
final class WayRows {
    private static final Path TABLE = Path.of("../docs/ways-in.md");

    private WayRows() {}

    static Map<String, Set<String>> below(String heading) {
        Map<String, Set<String>> rows = new TreeMap<>();
        boolean here = false;
        for (String line : lines()) {
            if (line.startsWith("#")) {
                here = line.equals("## " + heading);
            } else if (here && line.startsWith("| `")) {
                String[] cells = line.substring(2, line.length() - 1).split("\\|", -1);
                String entry = cells[0].strip().replace("`", "");
                if (rows.put(entry, commands(cells[2])) != null) {
                    throw new AssertionError(TABLE + " names it twice: " + entry);
                }
            }
        }
        return rows;
    }

    private static Set<String> commands(String cell) {
        return Arrays.stream(cell.split(","))
                .map(String::strip)
                .filter(command -> !command.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static java.util.List<String> lines() {
        try {
            return Files.readAllLines(TABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
