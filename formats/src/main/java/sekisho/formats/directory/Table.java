package sekisho.formats.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The text of a table beside this class: a line of comment, then rows with tabs, sorted by code. Rows are cut when
 * asked for.
 */
final class Table {
    private final String name;
    private final int columns;
    private final String text;

    /** Reads a table whose rows have so many columns. */
    Table(String name, int columns) {
        this.name = name;
        this.columns = columns;
        var stream = Table.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the table " + name + " is not beside its class");
        }
        try (stream) {
            text = new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows whose first column begins with a text; for an empty one all. */
    <T> List<T> rows(String firstColumn, Function<String[], T> make) {
        var rows = new ArrayList<T>();
        String beginning = '\n' + firstColumn;
        // Found rows lie side by side, because the table is sorted; the line of comment is before the first line feed.
        for (int at = text.indexOf(beginning); text.startsWith(beginning, at) && at + 1 < text.length(); ) {
            int end = text.indexOf('\n', at + 1);
            String[] cells = text.substring(at + 1, end).split("\t", -1);
            if (cells.length != columns) {
                throw new IllegalStateException("a row of " + name + " has not " + columns + " columns: " + cells[0]);
            }
            rows.add(make.apply(cells));
            at = end;
        }
        return List.copyOf(rows);
    }
}
