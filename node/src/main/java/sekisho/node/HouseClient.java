package sekisho.node;

import io.aeron.cluster.client.AeronCluster;
import io.aeron.exceptions.TimeoutException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.wire.Answers;
import sekisho.wire.AnswersCodec;
import sekisho.wire.FrameEncoder;
import sekisho.wire.home.NodeNotice;

/**
 * The node's own client of its cluster: what the node tells the engine goes through the log like everything else, under a
 * client's number that no gateway may use. A session of its own, not messages of the service: these would have to be sent
 * by all members alike, while time is told by one. Owner: one thread.
 */
final class HouseClient implements AutoCloseable {
    /** The node's own commands come from this client. */
    static final ClientId HOUSE = new ClientId(Long.MAX_VALUE);

    /** Its own: clients that share a stream share a buffer, and the slowest one holds up the others. */
    private static final int EGRESS_STREAM = 9_999;

    private static final long RESEND_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int FIRST_LENGTH = 256;

    private final AeronCluster cluster;
    private final InstantSource clock;
    private final IdleStrategy idling;
    private final SecureRandom random = new SecureRandom();
    private final FrameEncoder frame = new FrameEncoder();
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(FIRST_LENGTH);
    private final Inbox inbox;
    private long correlation;

    private HouseClient(AeronCluster cluster, Inbox inbox, InstantSource clock, IdleStrategy idling) {
        this.cluster = cluster;
        this.inbox = inbox;
        this.clock = clock;
        this.idling = idling;
    }

    /** What came for this client last. */
    private static final class Inbox {
        private final AnswersCodec codec = new AnswersCodec();
        private @Nullable Answers last;
    }

    /**
     * Connects, and waits for a leader.
     *
     * @param givenUp asked between the tries
     * @return null if it was given up
     */
    static @Nullable HouseClient connect(
            String aeronDirectory, InstantSource clock, Idling idling, BooleanSupplier givenUp) {
        while (!givenUp.getAsBoolean()) {
            var inbox = new Inbox();
            try {
                var cluster = AeronCluster.connect(new AeronCluster.Context()
                        .aeronDirectoryName(aeronDirectory)
                        .clientName("sekisho-house")
                        .ingressChannel("aeron:ipc")
                        .egressChannel("aeron:ipc")
                        .egressStreamId(EGRESS_STREAM)
                        .messageTimeoutNs(TimeUnit.SECONDS.toNanos(1))
                        .errorHandler(new AeronErrors("house client"))
                        .egressListener((_, _, bytes, offset, length, _) -> {
                            if (!NodeNotice.isOne(bytes, offset, length)) {
                                inbox.last = inbox.codec.decode(bytes, offset, length);
                            }
                        }));
                return new HouseClient(cluster, inbox, clock, idling.strategy());
            } catch (TimeoutException notYet) {
                Thread.onSpinWait();
            }
        }
        return null;
    }

    /**
     * Has a command answered; asks again with the same id until it is.
     *
     * @return null if it was given up, or the session was lost
     */
    @Nullable
    Answer ask(SettingsCommand command, BooleanSupplier givenUp) {
        var id = RequestId.of(clock.millis(), random.nextInt(), random.nextLong());
        while (!givenUp.getAsBoolean() && !cluster.isClosed()) {
            correlation++;
            frame.begin(buffer, 0, correlation, BookId.FIRST, HOUSE).add(id, command, false, false, 0);
            long until = System.nanoTime() + RESEND_NANOS;
            boolean sent = false;
            while (System.nanoTime() - until < 0 && !cluster.isClosed()) {
                sent = sent || cluster.offer(buffer, 0, frame.length()) > 0;
                Answers answers = poll();
                if (answers != null && answers.correlation() == correlation) {
                    return answers.answers().getFirst();
                }
                if (givenUp.getAsBoolean()) {
                    return null;
                }
            }
        }
        return null;
    }

    /** Keeps the session; false when it was lost. */
    boolean keepAlive() {
        cluster.pollEgress();
        return !cluster.isClosed() && cluster.sendKeepAlive();
    }

    boolean isClosed() {
        return cluster.isClosed();
    }

    @Override
    public void close() {
        cluster.close();
    }

    private @Nullable Answers poll() {
        inbox.last = null;
        idling.idle(cluster.pollEgress());
        return inbox.last;
    }
}
