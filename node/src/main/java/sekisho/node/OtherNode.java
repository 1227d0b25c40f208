package sekisho.node;

import io.aeron.Aeron;
import io.aeron.cluster.ClusterControl;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import sekisho.node.snapshots.SnapshotFiles;
import sekisho.protocol.StateRecord;
import sekisho.wire.home.HomeLayout;
import sekisho.wire.home.NodeAddress;

/**
 * A node that another process of this machine and user runs. Its engine's state is shown by a snapshot that it takes on
 * demand: through the cluster's own switch in shared memory, so that nothing needs to be open to the network for it.
 */
public final class OtherNode {
    private static final int CLUSTER = 0;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** A snapshot that met another image of the engine gets no file: it is asked for again. */
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final NodeAddress address;
    private final SnapshotFiles files;

    public OtherNode(NodeAddress address) {
        this.address = address;
        this.files = new SnapshotFiles(new HomeLayout(address.home()).snapshots());
    }

    /**
     * Shows the engine's whole state as it is at some moment during the call; the engine goes on meanwhile.
     *
     * @throws TimeoutException if the node takes no snapshot, or has ended
     */
    public void export(Consumer<StateRecord> to) throws IOException, TimeoutException {
        long before = newest();
        var context = new Aeron.Context().aeronDirectoryName(address.aeronDirectory());
        try (var aeron = Aeron.connect(context)) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            long askAgain = System.nanoTime();
            while (newest() <= before) {
                long now = System.nanoTime();
                if (now - deadline > 0 || !isAlive()) {
                    throw new TimeoutException("the node in process " + address.pid() + " takes no snapshot");
                }
                if (now - askAgain >= 0 && ask(aeron)) {
                    askAgain = now + AGAIN_NANOS;
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
        files.read(newest(), to);
    }

    /** False: the cluster is busy with something else. */
    private static boolean ask(Aeron aeron) {
        var toggle = ClusterControl.findControlToggle(aeron.countersReader(), CLUSTER);
        return toggle != null && ClusterControl.ToggleState.SNAPSHOT.toggle(toggle);
    }

    private long newest() throws IOException {
        var positions = files.positions();
        return positions.isEmpty() ? -1 : positions.getFirst();
    }

    private boolean isAlive() {
        return ProcessHandle.of(address.pid()).map(ProcessHandle::isAlive).orElse(false);
    }
}
