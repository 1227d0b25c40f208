package sekisho.server.ways;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of docs/ways-in.md.
 *
 * @param name what it is called: an address with its method, a filter's class
 * @param who may come in there
 * @param commands that it can send to the engine: family and name
 */
record WayIn(String name, String who, List<String> commands) {

    private static final Path TABLE = Path.of("../docs/ways-in.md");

    /** The rows below a heading of the page, by their names. */
    static Map<String, WayIn> below(String heading) {
        Map<String, WayIn> all = new LinkedHashMap<>();
        boolean here = false;
        for (String line : lines()) {
            if (line.startsWith("#")) {
                here = line.equals("## " + heading);
            } else if (here && line.startsWith("| `")) {
                WayIn way = of(line);
                if (all.put(way.name(), way) != null) {
                    throw new AssertionError(TABLE + " names it twice: " + way.name());
                }
            }
        }
        if (all.isEmpty()) {
            throw new AssertionError(TABLE + " has nothing below the heading " + heading);
        }
        return all;
    }

    private static WayIn of(String line) {
        String[] cells = line.substring(2, line.length() - 1).split("\\|", -1);
        if (cells.length != 3) {
            throw new AssertionError(TABLE + " has a row without three cells: " + line);
        }
        return new WayIn(
                cells[0].strip().replace("`", ""),
                cells[1].strip(),
                Arrays.stream(cells[2].split(","))
                        .map(String::strip)
                        .filter(command -> !command.isEmpty())
                        .toList());
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(TABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row, as it stands in the page. */
    String row() {
        return "| `" + name + "` | " + who + " | " + String.join(", ", commands) + " |";
    }
}
