package sekisho.cli.imports;

import java.nio.file.Path;
import java.util.function.Consumer;
import sekisho.benchmarks.Progress;
import sekisho.node.Node;
import sekisho.node.NodeSettings;
import sekisho.protocol.StateRecord;
import sekisho.wire.home.NodeAddress;

/** A node that the import starts for itself. */
final class OwnNode implements Host {
    private final Node node;

    /**
     * Starts it.
     *
     * @throws sekisho.node.HomeInUse if another process has the home
     */
    OwnNode(Path home) {
        node = Node.start(NodeSettings.of(home));
    }

    @Override
    public NodeAddress address() {
        return node.address();
    }

    @Override
    public long position() {
        return node.counts().position();
    }

    @Override
    public String beside() {
        return "";
    }

    @Override
    public void awaitRead(long position, Progress progress) {
        node.awaitOutcomes();
    }

    @Override
    public void export(Consumer<StateRecord> to) {
        node.export(to);
    }

    @Override
    public void close() {
        node.close();
    }
}
