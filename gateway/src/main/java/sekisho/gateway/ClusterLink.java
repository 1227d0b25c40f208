package sekisho.gateway;

import io.aeron.Aeron;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.client.EgressListener;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.exceptions.AeronException;
import io.aeron.logbuffer.Header;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.jspecify.annotations.Nullable;
import sekisho.wire.home.NodeAddress;
import sekisho.wire.home.NodeNotice;

/**
 * The session with the cluster, and how it is got back. With a node of this process it shares the node's media driver;
 * otherwise it runs one of its own. Owner: the gateway's thread.
 */
final class ClusterLink implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ClusterLink.class.getName());
    private static final long TRY_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long KEEP_ALIVE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long CONDUCT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** A node gives notice each second. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long MESSAGE_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int FIRST_EGRESS_STREAM = 10_000;

    /** Aeron reads ten fragments at a time. */
    private static final int POLLS_A_TURN = 8;

    private static final int MTU = 8 * 1024;

    private final Events events;
    private final Listener listener = new Listener();
    private NodeAddress address;
    private @Nullable MediaDriver driver;
    private @Nullable Aeron aeron;
    private AeronCluster.@Nullable AsyncConnect connecting;
    private @Nullable AeronCluster cluster;
    private long nextTryNanos;
    private long nextKeepAliveNanos;
    private long nextConductNanos;
    private long heardNanos;
    private boolean accepting = true;

    /** What comes from the link. */
    interface Events {
        /** Something for one of the frames. */
        void message(DirectBuffer buffer, int offset, int length);

        /** Whatever was on its way may or may not have arrived. */
        void lost();
    }

    ClusterLink(NodeAddress address, Events events) {
        this.address = address;
        this.events = events;
        this.nextTryNanos = System.nanoTime();
    }

    /** Reads what has come, keeps the session, or tries to get it back. */
    int work(long nowNanos) {
        try {
            int work = conduct(nowNanos);
            AeronCluster session = cluster;
            return work + (session == null ? connect(nowNanos) : attend(session, nowNanos));
        } catch (AeronException | IllegalStateException e) {
            lose(nowNanos, e.toString());
            return 1;
        }
    }

    /** Whether there is a session. */
    boolean connected() {
        return cluster != null;
    }

    /** Whether the node wants requests. */
    boolean accepting() {
        return accepting;
    }

    /** Puts a frame on its way; false: not now. */
    boolean offer(Frame frame) {
        AeronCluster session = cluster;
        return session != null && session.offer(frame.buffer(), 0, frame.length()) > 0;
    }

    @Override
    public void close() {
        closeAll();
    }

    private int attend(AeronCluster session, long nowNanos) {
        int work = 0;
        for (int i = 0; i < POLLS_A_TURN; i++) {
            int read = session.pollEgress();
            work += read;
            if (read == 0) {
                break;
            }
        }
        if (work > 0) {
            heardNanos = nowNanos;
        }
        if (session.isClosed()) {
            lose(nowNanos, "the session was closed");
        } else if (nowNanos - heardNanos > SILENCE_NANOS) {
            lose(nowNanos, "the node is silent");
        } else if (nowNanos - nextKeepAliveNanos >= 0) {
            session.sendKeepAlive();
            nextKeepAliveNanos = nowNanos + KEEP_ALIVE_NANOS;
        }
        return work;
    }

    private int connect(long nowNanos) {
        if (nowNanos - nextTryNanos < 0) {
            return 0;
        }
        if (connecting == null) {
            Aeron client = openAeron();
            if (client == null) {
                nextTryNanos = nowNanos + TRY_AGAIN_NANOS;
                return 0;
            }
            connecting = AeronCluster.asyncConnect(context(client));
        }
        int step = connecting.step();
        AeronCluster session = connecting.poll();
        if (session == null) {
            return connecting.step() - step;
        }
        connecting = null;
        cluster = session;
        accepting = true;
        heardNanos = nowNanos;
        nextKeepAliveNanos = nowNanos + KEEP_ALIVE_NANOS;
        LOG.log(Level.DEBUG, "connected, session {0}", session.clusterSessionId());
        return 1;
    }

    private AeronCluster.Context context(Aeron client) {
        var context = new AeronCluster.Context()
                .aeron(client)
                .ownsAeronClient(false)
                .clientName("sekisho-gateway")
                .messageTimeoutNs(MESSAGE_TIMEOUT_NANOS)
                .egressStreamId(ownStream())
                .egressListener(listener)
                .errorHandler(ClusterLink::report);
        return address.inThisProcess()
                ? context.ingressChannel("aeron:ipc").egressChannel("aeron:ipc")
                : context.ingressChannel("aeron:udp?mtu=" + MTU)
                        .ingressEndpoints(address.ingressEndpoints())
                        .egressChannel("aeron:udp?endpoint=localhost:0");
    }

    /**
     * Clients with the same channel and stream on one media driver would share one buffer for their answers, and the
     * slowest of them would hold up the others.
     */
    private static int ownStream() {
        return ThreadLocalRandom.current().nextInt(FIRST_EGRESS_STREAM, Integer.MAX_VALUE);
    }

    private @Nullable Aeron openAeron() {
        if (aeron != null) {
            return aeron;
        }
        readAddressAnew();
        String directory;
        if (address.inThisProcess()) {
            directory = address.aeronDirectory();
            if (!Files.exists(Path.of(directory, "cnc.dat"))) {
                return null;
            }
        } else {
            var launched = MediaDriver.launchEmbedded(new MediaDriver.Context()
                    .threadingMode(ThreadingMode.SHARED)
                    .sharedIdleStrategy(new BackoffIdleStrategy(10, 20, 10_000, TimeUnit.MILLISECONDS.toNanos(1)))
                    .dirDeleteOnShutdown(true)
                    .termBufferSparseFile(true)
                    .errorHandler(ClusterLink::report));
            driver = launched;
            directory = launched.aeronDirectoryName();
        }
        var client = Aeron.connect(new Aeron.Context()
                .aeronDirectoryName(directory)
                .useConductorAgentInvoker(true)
                .clientName("sekisho-gateway")
                .errorHandler(ClusterLink::report));
        aeron = client;
        return client;
    }

    /** A node that was restarted may be reached elsewhere. */
    private void readAddressAnew() {
        try {
            address = NodeAddress.read(address.home());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "no address in the home; the known one is used: {0}", e.getMessage());
        }
    }

    private int conduct(long nowNanos) {
        Aeron client = aeron;
        if (client == null || nowNanos - nextConductNanos < 0) {
            return 0;
        }
        nextConductNanos = nowNanos + CONDUCT_NANOS;
        if (client.isClosed()) {
            lose(nowNanos, "the media driver has gone");
            return 1;
        }
        return client.conductorAgentInvoker().invoke();
    }

    private void lose(long nowNanos, String why) {
        if (cluster != null) {
            LOG.log(Level.INFO, "the connection is lost: {0}", why);
        } else {
            LOG.log(Level.DEBUG, "not connected yet: {0}", why);
        }
        closeAll();
        nextTryNanos = nowNanos + TRY_AGAIN_NANOS;
        events.lost();
    }

    private void closeAll() {
        CloseHelper.quietCloseAll(connecting, cluster, aeron, driver);
        connecting = null;
        cluster = null;
        aeron = null;
        driver = null;
    }

    private static void report(Throwable error) {
        LOG.log(Level.DEBUG, "reported by Aeron", error);
    }

    /** What Aeron delivers. */
    private final class Listener implements EgressListener {
        @Override
        public void onMessage(
                long session, long timestamp, DirectBuffer buffer, int offset, int length, Header header) {
            if (NodeNotice.isOne(buffer, offset, length)) {
                accepting = NodeNotice.decode(buffer, offset).accepting();
            } else {
                events.message(buffer, offset, length);
            }
        }

        @Override
        public void onNewLeader(long session, long term, int leader, String ingressEndpoints) {
            LOG.log(Level.INFO, "a new leader: {0}", leader);
            events.lost();
        }
    }
}
