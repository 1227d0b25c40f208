package sekisho.server.projection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.postgresql.PGConnection;
import sekisho.server.database.Database;

/**
 * What pg_dump would write of the schema {@code projection}: the definitions, and every table's rows in the order in
 * which they lie, as text. The embedded server comes without pg_dump.
 */
final class Dump {
    private Dump() {}

    /** By table. */
    static Map<String, String> of(Database database) throws SQLException, IOException {
        var dump = new LinkedHashMap<String, String>();
        try (var connection = database.connect("test");
                var statement = connection.createStatement()) {
            var tables = new TreeSet<String>();
            try (var rows = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'projection'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : tables) {
                var text = new ByteArrayOutputStream();
                copies.copyOut("copy projection." + table + " to stdout", text);
                dump.put(table, text.toString(StandardCharsets.UTF_8));
            }
            dump.put("definitions", definitions(statement));
        }
        return dump;
    }

    private static String definitions(java.sql.Statement statement) throws SQLException {
        var text = new StringBuilder();
        for (String question : new String[] {
            """
            select table_name, column_name, ordinal_position, data_type, is_nullable, column_default,
                   col_description(format('projection.%I', table_name)::regclass, ordinal_position)
            from information_schema.columns where table_schema = 'projection' order by 1, 3
            """,
            "select tablename, indexname, indexdef, '', '', '', '' from pg_indexes where schemaname = 'projection' order by 1, 2",
            """
            select relname, relkind, reloptions::text, obj_description(c.oid), '', '', ''
            from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'projection' order by 1
            """
        }) {
            try (var rows = statement.executeQuery(question)) {
                while (rows.next()) {
                    for (int i = 1; i <= 7; i++) {
                        text.append(rows.getString(i)).append('\t');
                    }
                    text.append('\n');
                }
            }
        }
        return text.toString();
    }
}
