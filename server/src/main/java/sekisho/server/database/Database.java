package sekisho.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database that can be connected to; where it is embedded, its server runs until this is closed. */
public final class Database implements AutoCloseable {
    /** The driver's setting for details in its exceptions: they are rows that were refused, with what is known of people in them. */
    static final String SAY_NO_ROWS = "logServerErrorDetail";

    private final String url;
    private final String user;
    private final String password;
    private final @Nullable EmbeddedServer server;

    private Database(String url, String user, String password, @Nullable EmbeddedServer server) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.server = server;
    }

    /**
     * Opens the database: starts the embedded server if there is to be one, and waits until it answers.
     *
     * @throws DatabaseInUse if another process runs the embedded server of this folder
     * @throws DatabaseUnusable if it cannot be started, and why
     */
    public static Database open(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.Embedded embedded -> {
                var server = EmbeddedServer.start(embedded);
                yield new Database(server.url(), EmbeddedServer.ROLE, server.password(), server);
            }
            case DatabaseSettings.Ordinary(var url, var user, var password) -> new Database(url, user, password, null);
        };
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /**
     * A connection of its own, outside any pool.
     *
     * @param name what the server's lists of sessions show
     */
    public Connection connect(String name) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", name);
        properties.setProperty(SAY_NO_ROWS, "false");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(url, properties);
    }

    /** Whether our own server's first process lives; always where the server is another's. */
    public boolean isRunning() {
        return server == null || server.isRunning();
    }

    /** Stops the server in order, where it is ours. */
    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
