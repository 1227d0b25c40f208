package sekisho.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Empty databases for tests, in one embedded server that starts with the first of them and stops with the process.
 * Durable like the real one.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {
        private static final Database DATABASE = start();

        private static Database start() {
            try {
                Path folder = Files.createTempDirectory("sekisho-test-database-");
                var database = Database.open(new DatabaseSettings.Embedded(
                        folder.resolve("database"), Path.of("target", "programs"), folder.resolve("password"), 64));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    database.close();
                    try {
                        Programs.delete(folder);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }));
                return database;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Where a new, empty database is; its role owns it. */
    public static DatabaseSettings.Ordinary empty() {
        String name = "test" + COUNT.incrementAndGet();
        Database server = Server.DATABASE;
        String superuser = server.url().replaceFirst("/[a-z]+$", "/postgres");
        try (var connection = DriverManager.getConnection(superuser, "postgres", server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + server.user());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseSettings.Ordinary(
                server.url().replaceFirst("/[a-z]+$", "/" + name), server.user(), server.password());
    }
}
