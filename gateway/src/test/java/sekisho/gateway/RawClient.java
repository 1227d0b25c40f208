package sekisho.gateway;

import io.aeron.cluster.client.AeronCluster;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import sekisho.protocol.BookId;
import sekisho.wire.FrameEncoder;
import sekisho.wire.home.NodeAddress;

/** A client that sends what it likes and never reads. */
final class RawClient implements AutoCloseable {
    private static final int STREAM = 77;

    private final AeronCluster cluster;

    RawClient(NodeAddress address) {
        cluster = AeronCluster.connect(new AeronCluster.Context()
                .aeronDirectoryName(address.aeronDirectory())
                .ingressChannel("aeron:ipc")
                .egressChannel("aeron:ipc?term-length=128k")
                .egressStreamId(STREAM)
                .egressListener((_, _, _, _, _, _) -> {}));
    }

    void send(DirectBuffer buffer, int length) {
        awaitTrue(() -> cluster.offer(buffer, 0, length) > 0);
    }

    void awaitTrue(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("it did not become true in time");
            }
            LockSupport.parkNanos(100_000);
        }
    }

    static int bulkFrame(ExpandableArrayBuffer buffer, Gateway ids, int count) {
        var encoder = new FrameEncoder().begin(buffer, 0, 1, BookId.FIRST, World.CLIENT);
        for (int i = 0; i < count; i++) {
            encoder.add(ids.newId(), World.send(1), false, false, 0);
        }
        return encoder.length();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
