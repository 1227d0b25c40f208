package sekisho.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    private final Path home;
    private final Node node;
    private final Gateway gateway;

    private NodeUnderLoad(Path home, NodeSettings settings) throws TimeoutException {
        this.home = home;
        node = Node.start(settings);
        gateway = Gateway.connect(GatewaySettings.of(node.address(), Population.CLIENT)
                .withDeadline(DEADLINE)
                .withSingles(SINGLES)
                .withBulks(BULKS, BULKS_ON_THEIR_WAY));
        gateway.awaitConnected();
    }

    /** Starts an empty node below a folder. */
    static NodeUnderLoad start(Path folder) {
        try {
            Path home = Files.createTempDirectory(folder, "node-");
            return new NodeUnderLoad(home, NodeSettings.of(home).withUpkeep(Upkeep.BY_HAND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the node does not answer", e);
        }
    }

    Path home() {
        return home;
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
        Folders.delete(home);
    }
}
