package sekisho.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.agrona.CloseHelper;
import org.jspecify.annotations.Nullable;
import sekisho.core.Core;
import sekisho.node.outcomes.OutcomeLog;
import sekisho.node.snapshots.RestoredSnapshot;
import sekisho.node.snapshots.SnapshotFiles;
import sekisho.protocol.StateRecord;
import sekisho.wire.StateFingerprint;
import sekisho.wire.home.HomeLayout;
import sekisho.wire.home.NodeAddress;

/**
 * One node: a member of an Aeron cluster embedded in this process, with the engine as its service. Everything it keeps
 * lies below its home, which it locks. All methods may be called by any thread.
 *
 * <p>A node that failed ({@link #failure}) has stopped all its threads but still holds its home, until it is closed.
 */
public final class Node implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Node.class.getName());
    private static final long START_SECONDS = 600;

    private final NodeSettings settings;
    private final HomeLock lock;
    private final HomeLayout home;
    private final EngineWatch watch = new EngineWatch();
    private final SnapshotTaker snapshots;
    private final @Nullable RestoredSnapshot restored;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private @Nullable OutcomeLog outcomes;
    private @Nullable ClusterHost host;
    private @Nullable Timekeeper timekeeper;
    private @Nullable UpkeepLoop upkeep;
    private @Nullable NodeAddress address;

    private Node(NodeSettings settings, HomeLock lock) throws IOException {
        this.settings = settings;
        this.lock = lock;
        this.home = new HomeLayout(settings.home());
        this.restored = Recovery.restore(home, settings.capacity());
        this.snapshots = new SnapshotTaker(new SnapshotFiles(home.snapshots()));
    }

    /**
     * Starts a node, and waits until it leads and has replayed its log.
     *
     * @throws HomeInUse if another node runs in the home
     * @throws NodeHalted if the engine or its logs failed on the way
     * @throws UncheckedIOException if the home cannot be read or written
     */
    public static Node start(NodeSettings settings) {
        try {
            var lock = HomeLock.take(new HomeLayout(settings.home()));
            try {
                return new Node(settings, lock).started();
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Which process runs a node in a home; empty: none. Not for asking before every start: {@link #start} says it too, and
     * a question at the same moment could turn it away.
     */
    public static OptionalLong runningIn(Path home) {
        try {
            return HomeLock.holder(new HomeLayout(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where gateways reach this node. */
    public NodeAddress address() {
        NodeAddress known = address;
        if (known == null) {
            throw new IllegalStateException("the node has not started");
        }
        return known;
    }

    /**
     * Takes a snapshot now, and waits until it is durable. The engine goes on meanwhile.
     *
     * @throws IllegalStateException if none can be taken now
     * @throws NodeHalted if the node has halted
     */
    public SnapshotReport snapshot() {
        return alone(() -> new SnapshotTrigger(host().consensus(), watch, snapshots).take(this::isStopped));
    }

    /**
     * Moves what both retained snapshots and all readers have left behind from the logs to the archive folder. Does
     * nothing before there are two snapshots.
     */
    public PurgeReport purge() {
        return alone(() -> new Retention(home, host().archiveClient()).purge());
    }

    /** Shows the engine's whole state as it is at some moment during the call; the engine goes on meanwhile. */
    public void export(Consumer<StateRecord> to) {
        alone(() -> {
            snapshots.export(to);
            return true;
        });
    }

    /** The fingerprint of the engine's whole state as it is at some moment during the call. */
    public String stateFingerprint() {
        var fingerprint = new StateFingerprint();
        export(fingerprint::add);
        return fingerprint.hex();
    }

    /** Waits until the outcome log shows everything that was answered before this call: it is written a moment later. */
    public void awaitOutcomes() {
        OutcomeLog log = outcomes;
        if (log != null) {
            log.awaitWritten();
        }
    }

    /** The snapshot that this node started from; empty if it replayed its log from the beginning. */
    public Optional<RestoreReport> restored() {
        return Optional.ofNullable(restored)
                .map(from -> new RestoreReport(from.pointer().position(), from.records(), from.bytes(), from.millis()));
    }

    /** Counts since the start. */
    public NodeCounts counts() {
        return new NodeCounts(
                watch.position(),
                watch.frames(),
                watch.requests(),
                watch.malformed(),
                watch.droppedAnswers(),
                watch.journal(),
                watch.journalCapacity());
    }

    /** What stopped this node, if it stopped by itself. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Stops in order: nothing that was answered is lost, and the home is free afterwards. */
    @Override
    public void close() {
        stop();
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Node started() throws IOException {
        boolean newHome = Recovery.isNew(home);
        ClusterMembers members = settings.members() == null ? HomePorts.members(home) : settings.members();
        try {
            var core = restored == null ? new Core(settings.capacity()) : restored.core();
            var log = new OutcomeLog(
                    home.outcomes(), settings.sizes().outcomeSegment(), settings.acceptDifferentOutcomes(), this::halt);
            outcomes = log;
            var service = new EngineService(
                    core, restored == null ? null : restored.pointer(), log, snapshots, watch, this::halt);
            var launched = ClusterHost.launch(settings, members, service, this::halt);
            host = launched;
            awaitReady(launched, newHome ? Core.NEWEST_BEHAVIOUR : 0);
            address = new NodeAddress(
                    home.home(),
                    members.ingressEndpoints(),
                    launched.aeronDirectory(),
                    ProcessHandle.current().pid());
            address.write();
            upkeep = new UpkeepLoop(this, settings, watch);
            return this;
        } catch (IOException | RuntimeException e) {
            stop();
            throw e;
        }
    }

    private void awaitReady(ClusterHost launched, int firstBehaviour) {
        var keeper = new Timekeeper(launched.aeronDirectory(), settings, watch, firstBehaviour);
        timekeeper = keeper;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            requireRunning();
            try {
                keeper.ready().get(10, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException notYet) {
                if (System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException("the node was not ready in time", notYet);
                }
            } catch (ExecutionException e) {
                throw new NodeHalted(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the node started", e);
            }
        }
    }

    /** Called by a thread that is about to end: the rest is stopped by another. */
    private void halt(Throwable cause) {
        if (!stopped.get() && failure.compareAndSet(null, cause)) {
            LOG.log(Level.ERROR, "the node halts", cause);
            Thread.ofPlatform().name("sekisho-halt").start(() -> {
                stop();
                settings.onHalt().halted(cause);
            });
        }
    }

    private void stop() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        try {
            CloseHelper.closeAll(upkeep, timekeeper, host, snapshots, outcomes);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a part of the node did not close well", e);
        }
    }

    private boolean isStopped() {
        return stopped.get();
    }

    private void requireRunning() {
        Throwable cause = failure.get();
        if (cause != null) {
            throw new NodeHalted(cause);
        }
        if (stopped.get()) {
            throw new IllegalStateException("the node is closed");
        }
    }

    private ClusterHost host() {
        ClusterHost running = host;
        if (running == null) {
            throw new IllegalStateException("the node has not started");
        }
        return running;
    }

    /** Something that only one thread may do at a time. */
    private interface Task<T> {
        T run() throws IOException, InterruptedException, ExecutionException, TimeoutException;
    }

    private <T> T alone(Task<T> task) {
        oneAtATime.lock();
        try {
            requireRunning();
            return task.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException | TimeoutException e) {
            requireRunning();
            throw new IllegalStateException("it could not be done now", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            oneAtATime.unlock();
        }
    }
}
