package sekisho.run;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import sekisho.server.database.Database;
import sekisho.server.database.DatabaseSettings;

/** The projection's tables in a home that nobody runs in, row by row in the order in which they lie. */
final class Tables {
    private Tables() {}

    /** The rows as text, by table: times and positions too, as a dump has them. */
    static SortedMap<String, String> of(Path home) throws Exception {
        var all = new TreeMap<String, String>();
        try (var database = Database.open(DatabaseSettings.Embedded.in(home));
                var connection = database.connect("test");
                var statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (var rows = statement.executeQuery("select tablename from pg_tables where schemaname = 'projection'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String name : names) {
                var text = new ByteArrayOutputStream();
                copies.copyOut("copy projection." + name + " to stdout", text);
                all.put(name, text.toString(StandardCharsets.UTF_8));
            }
        }
        return all;
    }
}
