package sekisho.server.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import sekisho.node.LogSizes;
import sekisho.node.Node;
import sekisho.node.NodeSettings;
import sekisho.node.Upkeep;
import sekisho.server.Server;
import sekisho.server.ServerSettings;
import sekisho.wire.home.HomeLayout;

/** A real server with a real node and a real database, on free ports, in a folder. */
public final class RunningServer implements AutoCloseable {
    private static final int PORT_BY_HAND = 18180;

    /** What a test that sets properties of its own adds. */
    public static final Map<String, String> UNHURRIED = Map.of("sekisho.access.tokens-per-second", "10000");

    /** Shared by all servers of a module's tests: unpacking takes longer than all else of a start. */
    private static final Path PROGRAMS = Path.of("target", "programs").toAbsolutePath();

    private final Path home;
    private final Node node;
    private final Server server;

    private RunningServer(Path home, Node node, ServerSettings settings) {
        this.home = home;
        this.node = node;
        try {
            this.server = Server.start(settings);
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    public static RunningServer start(Path folder) {
        return start(folder, UnaryOperator.identity());
    }

    /** Home and keys lie beside each other in the folder. */
    public static RunningServer start(Path folder, UnaryOperator<ServerSettings> settings) {
        Path home = folder.resolve("home");
        Node node = Node.start(NodeSettings.of(home).withSizes(LogSizes.SMALL).withUpkeep(Upkeep.BY_HAND));
        return start(node, home, settings);
    }

    /** A server beside a node that runs already, and is closed with it. */
    public static RunningServer start(Node node, Path home, UnaryOperator<ServerSettings> settings) {
        var wanted = settings.apply(ServerSettings.of(home)
                .withPort(0)
                .withNode(node.address())
                .withAccessLog(false)
                // Tests ask for tokens from one address, as fast as they can.
                .withMore(UNHURRIED));
        var more = new HashMap<>(wanted.more());
        more.putIfAbsent("sekisho.database.programs", PROGRAMS.toString());
        return new RunningServer(home, node, wanted.withMore(more));
    }

    public Path home() {
        return home;
    }

    public Path keys() {
        return new HomeLayout(home).keys();
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
        var running = start(home, settings -> settings.withPort(PORT_BY_HAND).withAccessLog(true));
        System.out.println("ready at " + running.server().baseUrl() + " in " + home + " after "
                + (System.nanoTime() - began) / 1_000_000 + " ms");
        Thread.currentThread().join();
    }

    @Override
    public void close() {
        server.close();
        node.close();
    }
}
