package sekisho.server.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The schema {@code projection}: making it, dropping it, and the row that says how far it is. */
final class ProjectionTables {
    /** Version of the tables. To be raised with every change of them or of what is written to them. */
    static final int LAYOUT = 2;

    private static final String DEFINITION = "/db/projection/projection.sql";

    private ProjectionTables() {}

    /**
     * Makes the tables if there are none.
     *
     * @throws DoesNotFit if those that are there were made by another version of this program
     */
    static void make(Connection connection) throws SQLException {
        if (!exist(connection)) {
            try (var statement = connection.createStatement()) {
                statement.execute(definition());
            }
            try (var statement = connection.prepareStatement("""
                    insert into projection.progress
                        (first_position, first_stamped_at, position, stamped_at, steps, accounts, layout)
                    values (0, 'epoch', 0, 'epoch', 0, 0, ?)
                    """)) {
                statement.setInt(1, LAYOUT);
                statement.executeUpdate();
            }
        } else {
            requireLayout(connection);
        }
    }

    /** Drops the tables with all their rows, if there are any. */
    static void drop(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema if exists projection cascade");
        }
    }

    /** How far the tables are. */
    static Progress progress(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select first_position, first_stamped_at, position, stamped_at, steps, accounts
                        from projection.progress
                        """)) {
            if (!row.next()) {
                throw new DoesNotFit(
                        "projection.progress must have one row; make the projection anew: sekisho rebuild");
            }
            return new Progress(
                    new Batch.Mark(row.getLong(1), millis(row, 2)),
                    new Batch.Mark(row.getLong(3), millis(row, 4)),
                    row.getLong(5),
                    row.getInt(6));
        }
    }

    /** Writes down how far the tables are, in the transaction of their rows. */
    static void record(Connection connection, Progress progress) throws SQLException {
        try (var statement = connection.prepareStatement("""
                update projection.progress set first_position = ?, first_stamped_at = ?, position = ?, stamped_at = ?,
                    steps = ?, accounts = ?
                """)) {
            statement.setLong(1, progress.first().position());
            statement.setObject(2, time(progress.first().stamp()));
            statement.setLong(3, progress.last().position());
            statement.setObject(4, time(progress.last().stamp()));
            statement.setLong(5, progress.steps());
            statement.setInt(6, progress.accounts());
            if (statement.executeUpdate() != 1) {
                throw new DoesNotFit(
                        "projection.progress must have one row; make the projection anew: sekisho rebuild");
            }
        }
    }

    private static boolean exist(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('projection.progress') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void requireLayout(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select layout from projection.progress")) {
            if (row.next() && row.getInt(1) != LAYOUT) {
                throw new DoesNotFit("the projection's tables are of version " + row.getInt(1) + ", this program's of "
                        + LAYOUT + "; make them anew: sekisho rebuild");
            }
        }
    }

    private static OffsetDateTime time(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
    }

    private static long millis(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toEpochMilli();
    }

    private static String definition() {
        try (var text = ProjectionTables.class.getResourceAsStream(DEFINITION)) {
            if (text == null) {
                throw new IllegalStateException("the program lacks " + DEFINITION);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
