package sekisho.node;

import io.aeron.cluster.ClusterControl;
import io.aeron.cluster.ConsensusModule;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.status.AtomicCounter;
import org.jspecify.annotations.Nullable;
import sekisho.node.snapshots.WrittenSnapshot;

/**
 * Has the cluster take a snapshot, and measures how long that held things up: how long the consensus module let nothing
 * into the log, and the longest time that the engine's thread did not get round. One caller at a time.
 */
final class SnapshotTrigger {
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
    private static final long TOGGLE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long WRITE_SECONDS = 600;

    private final ConsensusModule.Context consensus;
    private final EngineWatch watch;
    private final SnapshotTaker snapshots;

    SnapshotTrigger(ConsensusModule.Context consensus, EngineWatch watch, SnapshotTaker snapshots) {
        this.consensus = consensus;
        this.watch = watch;
        this.snapshots = snapshots;
    }

    /**
     * Takes a snapshot and waits until it is durable.
     *
     * @param givenUp asked while waiting
     * @throws IllegalStateException if the cluster takes none now
     */
    SnapshotReport take(BooleanSupplier givenUp) throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + TOGGLE_NANOS;
        await(() -> !snapshots.busy(), deadline, givenUp);
        watch.forgetGaps();
        await(watch::gapsForgotten, deadline, givenUp);

        long before = consensus.snapshotCounter().get();
        if (!ClusterControl.ToggleState.SNAPSHOT.toggle(toggle())) {
            throw new IllegalStateException("the cluster is busy with something else, or this member does not lead");
        }
        var closedGate = new Stopwatch();
        await(
                () -> {
                    closedGate.observe(state() == ConsensusModule.State.SNAPSHOT);
                    return consensus.snapshotCounter().get() > before && state() == ConsensusModule.State.ACTIVE;
                },
                deadline,
                givenUp);
        closedGate.observe(false);
        long stall = Math.max(closedGate.longestNanos, watch.longestGapNanos());
        WrittenSnapshot written = snapshots.latest().get(WRITE_SECONDS, TimeUnit.SECONDS);
        return new SnapshotReport(
                written.pointer().position(),
                written.records(),
                written.bytes(),
                written.millis(),
                stall / 1e6,
                written.fingerprint());
    }

    /** How long something lasted that is looked at from time to time. */
    private static final class Stopwatch {
        private long since;
        private boolean running;
        private long longestNanos;

        void observe(boolean lasts) {
            long now = System.nanoTime();
            if (lasts && !running) {
                since = now;
            } else if (running) {
                longestNanos = Math.max(longestNanos, now - since);
            }
            running = lasts;
        }
    }

    private AtomicCounter toggle() {
        AtomicCounter toggle =
                ClusterControl.findControlToggle(consensus.aeron().countersReader(), consensus.clusterId());
        if (toggle == null) {
            throw new IllegalStateException("the consensus module is not running");
        }
        return toggle;
    }

    private ConsensusModule.@Nullable State state() {
        return ConsensusModule.State.get(consensus.moduleStateCounter());
    }

    private static void await(BooleanSupplier condition, long deadline, BooleanSupplier givenUp)
            throws TimeoutException {
        while (!condition.getAsBoolean()) {
            if (givenUp.getAsBoolean() || System.nanoTime() - deadline > 0) {
                throw new TimeoutException("the snapshot was not taken in time");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
