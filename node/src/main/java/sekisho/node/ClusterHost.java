package sekisho.node;

import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ClusteredMediaDriver;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.CloseHelper;
import org.agrona.ErrorHandler;
import sekisho.wire.home.HomeLayout;

/**
 * One member of an Aeron cluster in this process: media driver, archive, consensus module and the container of one
 * service, four threads in all. Times of the log are milliseconds, for life (docs/decisions).
 */
final class ClusterHost implements AutoCloseable {
    /** Gateways, the node's own client, and room for some that were lost and have not timed out. */
    private static final int SESSIONS = 64;

    private static final long SESSION_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int IPC_MTU = 16 * 1024;
    private static final String IPC = "aeron:ipc";
    private static final String ANY_PORT = "aeron:udp?endpoint=localhost:0";

    private final ClusteredMediaDriver driver;
    private final ClusteredServiceContainer container;

    private ClusterHost(ClusteredMediaDriver driver, ClusteredServiceContainer container) {
        this.driver = driver;
        this.container = container;
    }

    /**
     * Starts the member; its service is called on a thread of its own from then on.
     *
     * @param stopped told once when the member stops by itself
     */
    static ClusterHost launch(
            NodeSettings settings, ClusterMembers members, ClusteredService service, Consumer<Throwable> stopped) {
        var configuration = new ClusterHost.Configuration(settings, members, stopped);
        var driver =
                ClusteredMediaDriver.launch(configuration.driver(), configuration.archive(), configuration.consensus());
        try {
            return new ClusterHost(driver, ClusteredServiceContainer.launch(configuration.container(service)));
        } catch (RuntimeException e) {
            CloseHelper.quietClose(driver);
            throw e;
        }
    }

    String aeronDirectory() {
        return driver.mediaDriver().aeronDirectoryName();
    }

    ConsensusModule.Context consensus() {
        return driver.consensusModule().context();
    }

    /** How to connect a client to this member's archive. */
    AeronArchive.Context archiveClient() {
        return localArchive().aeronDirectoryName(aeronDirectory());
    }

    /** Stops the service first, so that it sees no half of the rest. */
    @Override
    public void close() {
        CloseHelper.closeAll(container, driver);
    }

    private static AeronArchive.Context localArchive() {
        return new AeronArchive.Context()
                .controlRequestChannel(IPC)
                .controlResponseChannel(IPC)
                .messageTimeoutNs(TimeUnit.SECONDS.toNanos(30));
    }

    /** The settings of the four parts, as Aeron wants them. */
    private record Configuration(NodeSettings settings, ClusterMembers members, Consumer<Throwable> stopped) {

        MediaDriver.Context driver() {
            return new MediaDriver.Context()
                    .aeronDirectoryName(AeronDirectory.of(settings.home()))
                    .dirDeleteOnStart(true)
                    .dirDeleteOnShutdown(true)
                    .threadingMode(ThreadingMode.SHARED)
                    .sharedIdleStrategy(settings.idling().strategy())
                    .termBufferSparseFile(true)
                    .ipcTermBufferLength(settings.sizes().term())
                    .ipcMtuLength(IPC_MTU)
                    .errorHandler(handler("media driver"));
        }

        Archive.Context archive() {
            var member = members.member(settings.member());
            int sync = settings.durable() ? 1 : 0;
            return new Archive.Context()
                    .archiveDir(layout().log().toFile())
                    .archiveId(settings.member())
                    .controlChannel("aeron:udp?endpoint=" + member.endpoint(member.archive()))
                    .localControlChannel(IPC)
                    .replicationChannel(ANY_PORT)
                    .recordingEventsEnabled(false)
                    .threadingMode(ArchiveThreadingMode.SHARED)
                    .idleStrategySupplier(settings.idling().supplier())
                    .segmentFileLength(settings.sizes().logSegment())
                    .fileSyncLevel(sync)
                    .catalogFileSyncLevel(sync)
                    .errorHandler(handler("archive"));
        }

        ConsensusModule.Context consensus() {
            var sizes = settings.sizes();
            return new ConsensusModule.Context()
                    .clusterMemberId(settings.member())
                    .clusterMembers(members.aeronMembers())
                    .clusterDir(layout().cluster().toFile())
                    .ingressChannel("aeron:udp?term-length=" + sizes.term())
                    // With UDP ingress this adds IPC ingress; with IPC ingress it would process every message twice.
                    .isIpcIngressAllowed(true)
                    .logChannel("aeron:udp?term-length=" + sizes.term() + "|mtu=" + sizes.mtu())
                    .replicationChannel(ANY_PORT)
                    .archiveContext(localArchive())
                    .clusterClock(settings.clock()::millis)
                    .fileSyncLevel(settings.durable() ? 1 : 0)
                    .maxConcurrentSessions(SESSIONS)
                    .sessionTimeoutNs(SESSION_TIMEOUT_NANOS)
                    .idleStrategySupplier(settings.idling().supplier())
                    .terminationHook(() -> stopped.accept(new IllegalStateException("the consensus module stopped")))
                    .errorHandler(handler("consensus module"));
        }

        ClusteredServiceContainer.Context container(ClusteredService service) {
            return new ClusteredServiceContainer.Context()
                    .aeronDirectoryName(AeronDirectory.of(settings.home()))
                    .clusterDir(layout().cluster().toFile())
                    .archiveContext(localArchive())
                    .clusteredService(service)
                    .idleStrategySupplier(settings.idling().supplier())
                    .terminationHook(() -> stopped.accept(new IllegalStateException("the service container stopped")))
                    .errorHandler(handler("service"));
        }

        private HomeLayout layout() {
            return new HomeLayout(settings.home());
        }

        private ErrorHandler handler(String part) {
            return new AeronErrors(part);
        }
    }
}
