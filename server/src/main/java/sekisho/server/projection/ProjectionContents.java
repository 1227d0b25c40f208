package sekisho.server.projection;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import sekisho.server.database.Database;

/**
 * What the projection's tables hold, so that two runs of the same commands can be compared: every row, in the order in
 * which it was written, without the columns that are times or positions of the log. {@code progress} is left out: it
 * counts steps, and a run that was interrupted has more of them.
 */
public final class ProjectionContents {
    private static final String PROGRESS = "progress";

    private ProjectionContents() {}

    /**
     * A table's rows.
     *
     * @param sha256 of their text, hex
     */
    public record Rows(long count, String sha256) {}

    /** The rows of every table, by its name. No projector may run meanwhile. */
    public static SortedMap<String, Rows> of(Database database) throws SQLException {
        try (var connection = database.connect("sekisho compare")) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                // Rows in the order in which they lie.
                statement.execute("set synchronize_seqscans = off");
                statement.execute("set max_parallel_workers_per_gather = 0");
            }
            var contents = new TreeMap<String, Rows>();
            for (var table : columns(connection).entrySet()) {
                contents.put(table.getKey(), rows(connection, table.getKey(), table.getValue()));
            }
            return contents;
        }
    }

    private static SortedMap<String, List<String>> columns(Connection connection) throws SQLException {
        var columns = new TreeMap<String, List<String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select table_name, column_name from information_schema.columns
                        where table_schema = 'projection' order by table_name, ordinal_position
                        """)) {
            while (rows.next()) {
                String column = rows.getString(2);
                if (!rows.getString(1).equals(PROGRESS) && !column.endsWith("_at") && !column.endsWith("position")) {
                    columns.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                            .add(column);
                }
            }
        }
        return columns;
    }

    private static Rows rows(Connection connection, String table, List<String> columns) throws SQLException {
        MessageDigest digest = sha256();
        String names = columns.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        String copy = "copy (select " + names + " from projection." + table + ") to stdout";
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            long count = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
            return new Rows(count, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
