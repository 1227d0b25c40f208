package sekisho.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import sekisho.node.LogSizes;
import sekisho.node.Node;
import sekisho.node.NodeSettings;
import sekisho.node.Upkeep;

/** A real server with a real node and a real database, on free ports, in a folder. */
public final class RunningServer implements AutoCloseable {
    private final Node node;
    private final EmbeddedPostgres database;
    private final Server server;

    private RunningServer(Path home, UnaryOperator<ServerSettings> settings) throws IOException {
        node = Node.start(NodeSettings.of(home).withSizes(LogSizes.SMALL).withUpkeep(Upkeep.BY_HAND));
        database =
                EmbeddedPostgres.builder().setDataDirectory(home.resolve("pg")).start();
        server = Server.start(settings.apply(ServerSettings.of(home)
                .withPort(0)
                .withNode(node.address())
                .withMore(Map.of(
                        "spring.datasource.url",
                        database.getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username",
                        "postgres"))));
    }

    public static RunningServer start(Path home) {
        return start(home, UnaryOperator.identity());
    }

    public static RunningServer start(Path home, UnaryOperator<ServerSettings> settings) {
        try {
            return new RunningServer(home, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Server server() {
        return server;
    }

    public Node node() {
        return node;
    }

    /** Runs one by hand. */
    public static void main(String[] arguments) throws Exception {
        Path home = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("sekisho-");
        long began = System.nanoTime();
        var running = start(home, settings -> settings.withPort(18180));
        System.out.println("ready at " + running.server().baseUrl() + " in " + home + " after "
                + (System.nanoTime() - began) / 1_000_000 + " ms");
        Thread.currentThread().join();
    }

    @Override
    public void close() {
        server.close();
        node.close();
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
