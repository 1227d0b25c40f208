package sekisho.server.projection;

import java.sql.SQLException;
import java.util.Set;

/** Which of the database's errors pass by themselves, so that trying again is right. */
final class Passing {
    /**
     * Classes of SQLSTATE: connection (08), transaction rollback by the server (40), resources (53), lock not available
     * and the like (55), operator intervention (57), system error (58).
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    private Passing() {}

    static boolean is(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }
}
