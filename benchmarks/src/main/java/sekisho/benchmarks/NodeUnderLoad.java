package sekisho.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import sekisho.gateway.Gateway;
import sekisho.gateway.GatewaySettings;
import sekisho.gateway.StreamSender;
import sekisho.node.Node;
import sekisho.node.NodeSettings;
import sekisho.node.Upkeep;
import sekisho.protocol.Refused;

/**
 * A durable node (every append is synced) in a home of its own, which is deleted in the end, and a gateway to it. It takes snapshots only when
 * told to.
 */
final class NodeUnderLoad implements AutoCloseable {
    static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int SINGLES = 1 << 16;
    private static final int BULKS = 64;
    private static final int BULKS_ON_THEIR_WAY = 16;

    private final NodeSettings settings;
    private Node node;
    private Gateway gateway;

    private NodeUnderLoad(NodeSettings settings) {
        this.settings = settings;
        node = Node.start(settings);
        gateway = connect(node);
    }

    /** Starts an empty node below a folder. */
    static NodeUnderLoad start(Path folder) {
        return start(folder, InstantSource.system());
    }

    /** Starts an empty node below a folder, with a clock. */
    static NodeUnderLoad start(Path folder, InstantSource clock) {
        try {
            Path home = Files.createTempDirectory(folder, "node-");
            return new NodeUnderLoad(
                    NodeSettings.of(home).withUpkeep(Upkeep.BY_HAND).withClock(clock));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Gateway connect(Node node) {
        Gateway gateway = Gateway.connect(GatewaySettings.of(node.address(), Population.CLIENT)
                .withDeadline(DEADLINE)
                .withSingles(SINGLES)
                .withBulks(BULKS, BULKS_ON_THEIR_WAY));
        try {
            gateway.awaitConnected();
            return gateway;
        } catch (TimeoutException e) {
            gateway.close();
            throw new IllegalStateException("the node does not answer", e);
        }
    }

    /** Stops the node in order, and starts it again in the same home. */
    void restart() {
        gateway.close();
        node.close();
        node = Node.start(settings);
        gateway = connect(node);
    }

    Path home() {
        return settings.home();
    }

    Node node() {
        return node;
    }

    Gateway gateway() {
        return gateway;
    }

    /** Has commands applied, as one stream; none may be refused. */
    void feed(String what, long stream, Commands commands, Progress progress) {
        AtomicLong answered = new AtomicLong();
        AtomicLong refused = new AtomicLong();
        StreamSender sender = new StreamSender(gateway, stream, DEADLINE, (_, answer, _) -> {
            answered.lazySet(answered.getPlain() + 1);
            refused.lazySet(refused.getPlain() + (answer.outcome() instanceof Refused ? 1 : 0));
        });
        try (Progress.Task task = progress.begin(what, commands.count())) {
            for (int number = 0; number < commands.count(); number++) {
                sender.send(commands.get(number), 0);
                task.reached(answered.get());
            }
            sender.awaitAll();
        }
        if (refused.get() > 0 || answered.get() != commands.count()) {
            throw new IllegalStateException(refused.get() + " of the " + what + " were refused");
        }
    }

    @Override
    public void close() {
        gateway.close();
        node.close();
        Folders.delete(settings.home());
    }
}
