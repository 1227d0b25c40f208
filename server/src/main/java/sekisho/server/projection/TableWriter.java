package sekisho.server.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import sekisho.server.database.Database;

/**
 * The one writer of a database's projection: a connection of its own that holds the database's lock. Rows and the
 * position that they lead to are one transaction. After any failure it must be closed: what it knows of the accounts may
 * be ahead of the tables then. One owner thread.
 */
final class TableWriter implements AutoCloseable {
    /** The advisory lock's number: the letters SEKISHO and P. */
    private static final long LOCK = 0x53454B495348_4F50L;

    /** PostgreSQL's error code when a lock was waited for too long. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Bytes of one message of a COPY. */
    private static final int PIECE = 64 * 1024;

    private static final int LONGEST_WAIT_MILLIS = (int) TimeUnit.MINUTES.toMillis(5);

    private final Connection connection;
    private final CopyManager copies;
    private final BatchRows rows = new BatchRows();
    private final Standings standings;
    private Progress progress;

    private TableWriter(Connection connection, int cachedAccounts) throws SQLException {
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
        ProjectionTables.make(connection);
        connection.commit();
        this.progress = ProjectionTables.progress(connection);
        this.standings = new Standings(cachedAccounts, progress.accounts());
    }

    /**
     * Takes the lock, and makes the tables if there are none.
     *
     * @param anew drop what is there first
     * @throws OtherProjector if somebody else has the lock
     * @throws DoesNotFit if the tables are of another version of this program
     */
    static TableWriter open(Database database, int cachedAccounts, boolean anew) throws SQLException {
        Connection connection = database.connect("sekisho projector");
        try {
            connection.setNetworkTimeout(Runnable::run, LONGEST_WAIT_MILLIS);
            lock(connection);
            connection.setAutoCommit(false);
            if (anew) {
                ProjectionTables.drop(connection);
            }
            return new TableWriter(connection, cachedAccounts);
        } catch (SQLException | RuntimeException e) {
            try (connection) {
                throw e;
            }
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            // The database notices a moment later that a connection was closed: who comes right after waits for that.
            statement.execute("set lock_timeout = '2s'");
            try {
                statement.execute("select pg_advisory_lock(" + LOCK + ")");
            } catch (SQLException e) {
                if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                    var other = new OtherProjector();
                    other.initCause(e);
                    throw other;
                }
                throw e;
            }
            statement.execute("reset lock_timeout");
            // A commit that a power failure takes back is read from the log again: no need to wait for the disk.
            statement.execute("set synchronous_commit = off");
        }
    }

    /** How far the tables are. */
    Progress progress() {
        return progress;
    }

    /**
     * Writes the rows of a batch.
     *
     * @return how many
     * @throws DoesNotFit if the batch does not follow from what is there; nothing is written
     */
    long write(Batch batch) throws SQLException {
        standings.load(batch, connection);
        rows.fill(batch, standings);
        long written = 0;
        for (Table table : Table.values()) {
            CopyRows copy = rows.of(table);
            if (copy.rows() > 0) {
                copy(table, copy.end());
                written += copy.rows();
            }
        }
        deleteEnded();
        Progress then = progress.after(batch, standings.lastId());
        ProjectionTables.record(connection, then);
        connection.commit();
        progress = then;
        standings.trim();
        return written;
    }

    private void copy(Table table, CopyRows copy) throws SQLException {
        CopyIn in = copies.copyIn(table.copy());
        try {
            for (int from = 0; from < copy.length(); from += PIECE) {
                in.writeToCopy(copy.bytes(), from, Math.min(PIECE, copy.length() - from));
            }
            in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    private void deleteEnded() throws SQLException {
        var ended = rows.endedInstructions();
        if (ended.isEmpty()) {
            return;
        }
        try (var delete =
                connection.prepareStatement("delete from projection.open_instructions where instruction = any(?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            ended.stream()
                                    .map(it -> new java.util.UUID(it.high(), it.low()))
                                    .toArray()));
            delete.executeUpdate();
        }
    }

    /** Ends a statement that does not end by itself; any thread. The owner's call fails then. */
    void abort() throws SQLException {
        connection.abort(Runnable::run);
    }

    /** Gives the lock back. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
