package sekisho.server.production;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import sekisho.server.database.Database;
import sekisho.server.production.Objection.Code;

/** Looks into the database for people whose identity was only demonstrated. */
public final class DemoPeople {
    private DemoPeople() {}

    /** Why this database must not serve in production; empty: it may. */
    public static List<Objection> objections(Database database) throws SQLException {
        try (var connection = database.connect("production")) {
            // A database that no version with people has ever used has no such table.
            boolean known = is(connection, "select to_regclass('identity.evidence') is not null");
            if (known
                    && is(
                            connection,
                            "select exists (select 1 from identity.evidence where lower(kind) = 'demonstration')")) {
                return List.of(new Objection(
                        Code.DEMO_PEOPLE,
                        "the database has people whose identity was only demonstrated. Begin with a new database."));
            }
            return List.of();
        }
    }

    private static boolean is(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
