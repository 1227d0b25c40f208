package sekisho.node;

import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.cluster.codecs.CloseReason;
import io.aeron.cluster.service.ClientSession;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusterTerminationException;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.logbuffer.Header;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
import sekisho.core.Core;
import sekisho.node.outcomes.OutcomeLog;
import sekisho.node.replay.LoggedStep;
import sekisho.node.snapshots.SnapshotPointer;
import sekisho.wire.FrameDecoder;
import sekisho.wire.MalformedFrame;
import sekisho.wire.home.NodeNotice;

/**
 * The engine as Aeron Cluster sees it: a frame or a tick of the log in, outcomes and answers out. Whatever goes wrong in
 * a step stops the node, because an exception alone would not: Aeron would report it and go on with the next message.
 *
 * <p>Owner: the service container's thread. What other threads may ask is in {@link EngineWatch}.
 */
final class EngineService implements ClusteredService {
    private static final System.Logger LOG = System.getLogger(EngineService.class.getName());
    private static final long TICK_MILLIS = 1_000;
    /** When what is overdue did not fit into a step, the next tick comes so soon. */
    private static final long SOON_MILLIS = 10;

    private final Core core;
    private final @Nullable SnapshotPointer restoredFrom;
    private final OutcomeLog outcomes;
    private final SnapshotTaker snapshots;
    private final EngineWatch watch;
    private final Consumer<Throwable> failed;
    private final FrameDecoder frames = new FrameDecoder();
    private final StepRecorder recorder;
    private final Egress egress = new Egress();
    private final UnsafeBuffer notice = new UnsafeBuffer(new byte[NodeNotice.LENGTH]);
    private @Nullable Cluster cluster;
    private boolean stopped;
    private boolean hurried;

    /**
     * @param core the engine; empty, or as it was at {@code restoredFrom}
     * @param failed told once, when a step went wrong
     */
    EngineService(
            Core core,
            @Nullable SnapshotPointer restoredFrom,
            OutcomeLog outcomes,
            SnapshotTaker snapshots,
            EngineWatch watch,
            Consumer<Throwable> failed) {
        this.core = core;
        this.restoredFrom = restoredFrom;
        this.outcomes = outcomes;
        this.snapshots = snapshots;
        this.watch = watch;
        this.failed = failed;
        this.recorder = new StepRecorder(core);
    }

    @Override
    public void onStart(Cluster startedCluster, @Nullable Image snapshot) {
        cluster = startedCluster;
        guarded(() -> resume(startedCluster, snapshot));
    }

    @Override
    public void onNewLeadershipTermEvent(
            long leadershipTermId,
            long logPosition,
            long timestamp,
            long termBaseLogPosition,
            int leaderMemberId,
            int logSessionId,
            TimeUnit timeUnit,
            int appVersion) {
        guarded(() -> {
            if (timeUnit != TimeUnit.MILLISECONDS) {
                throw new IllegalStateException("the log's time unit is milliseconds, for life");
            }
            scheduleTick(timestamp + TICK_MILLIS);
        });
    }

    @Override
    public void onSessionMessage(
            @Nullable ClientSession session,
            long timestamp,
            DirectBuffer buffer,
            int offset,
            int length,
            Header header) {
        refuseWhenStopped();
        try {
            frame(session, timestamp, buffer, offset, length);
            hurry(timestamp);
        } catch (Throwable e) {
            throw stop(e);
        }
    }

    @Override
    public void onTimerEvent(long correlationId, long timestamp) {
        guarded(() -> {
            if (correlationId == LoggedStep.TICK) {
                tick(timestamp);
                hurried = core.behind();
                scheduleTick(timestamp + (hurried ? SOON_MILLIS : TICK_MILLIS));
            }
        });
    }

    @Override
    public void onTakeSnapshot(ExclusivePublication publication) {
        guarded(() -> {
            var pointer = new SnapshotPointer(
                    cluster().logPosition(), outcomes.offset(), core.now(), core.behaviourVersion());
            snapshots.take(core, pointer, outcomes.force());
            var bytes = new UnsafeBuffer(new byte[SnapshotPointer.LENGTH]);
            pointer.encode(bytes, 0);
            while (publication.offer(bytes) < 0) {
                cluster().idleStrategy().idle();
            }
            watch.stepped(pointer.position(), core.now());
        });
    }

    @Override
    public int doBackgroundWork(long nowNs) {
        watch.beat(nowNs);
        return snapshots.serve(core) ? 1 : 0;
    }

    @Override
    public void onSessionOpen(ClientSession session, long timestamp) {
        watch.stepped(cluster().logPosition(), core.now());
    }

    @Override
    public void onSessionClose(ClientSession session, long timestamp, CloseReason closeReason) {
        watch.stepped(cluster().logPosition(), core.now());
    }

    @Override
    public void onRoleChange(Cluster.Role newRole) {
        LOG.log(Level.DEBUG, "role: {0}", newRole);
        watch.role(newRole);
    }

    @Override
    public void onTerminate(Cluster terminatedCluster) {
        LOG.log(Level.DEBUG, "the engine ends at position {0}", terminatedCluster.logPosition());
    }

    private void frame(@Nullable ClientSession session, long timestamp, DirectBuffer buffer, int offset, int length) {
        long position = cluster().logPosition();
        try {
            frames.wrap(buffer, offset, length);
        } catch (MalformedFrame e) {
            // Depends on nothing but the bytes, so every replay rejects it too.
            LOG.log(Level.WARNING, "a malformed frame at position {0}: {1}", position, e.getMessage());
            watch.malformedFrame();
            return;
        }
        if (session != null && cluster().role() == Cluster.Role.LEADER) {
            recorder.begin(position, frames.correlation());
        } else {
            recorder.begin(position);
        }
        core.frame(frames.requests(), timestamp, recorder);
        record(position);
        if (recorder.hasAnswers()) {
            egress.send(session, recorder.answers(), recorder.answersLength());
        }
        watch.frameDone(frames.count());
    }

    private void tick(long timestamp) {
        long position = cluster().logPosition();
        recorder.begin(position);
        core.tick(timestamp, recorder);
        record(position);
        if (cluster().role() == Cluster.Role.LEADER) {
            new NodeNotice(watch.accepting()).encode(notice, 0);
            cluster().forEachClientSession(session -> egress.send(session, notice, NodeNotice.LENGTH));
        }
        watch.dropped(egress.dropped());
        watch.journal(core.journalCount(), core.journalCapacity());
    }

    private void record(long position) {
        if (recorder.end()) {
            outcomes.record(position, recorder.outcome(), 0, recorder.outcomeLength());
        }
        watch.stepped(position, core.now());
        watch.beat(System.nanoTime());
    }

    private void resume(Cluster startedCluster, @Nullable Image snapshot) {
        SnapshotPointer pointer = snapshot == null ? null : readPointer(startedCluster, snapshot);
        if (pointer == null ? restoredFrom != null : !pointer.equals(restoredFrom)) {
            throw new IllegalStateException("the cluster recovers from another snapshot than was restored");
        }
        try {
            outcomes.resume(pointer == null ? 0 : pointer.outcomeOffset());
        } catch (IOException e) {
            throw new IllegalStateException("the outcome log cannot be opened", e);
        }
    }

    private static SnapshotPointer readPointer(Cluster cluster, Image snapshot) {
        var found = new SnapshotPointer[1];
        while (found[0] == null) {
            int read = snapshot.poll(
                    (buffer, offset, length, _) -> found[0] = SnapshotPointer.decode(buffer, offset, length), 1);
            if (read == 0 && snapshot.isClosed()) {
                throw new IllegalStateException("a cluster snapshot holds no pointer");
            }
            cluster.idleStrategy().idle(read);
        }
        return found[0];
    }

    /** A step may leave work to the next one: that is not kept waiting for a second. */
    private void hurry(long timestamp) {
        if (!hurried && core.behind()) {
            hurried = true;
            scheduleTick(timestamp + SOON_MILLIS);
        }
    }

    private void scheduleTick(long at) {
        while (!cluster().scheduleTimer(LoggedStep.TICK, at)) {
            cluster().idleStrategy().idle();
        }
    }

    private void guarded(Runnable step) {
        refuseWhenStopped();
        try {
            step.run();
        } catch (Throwable e) {
            throw stop(e);
        }
    }

    /** Aeron may deliver what is left of a batch although this has thrown: none of it may reach the engine. */
    private void refuseWhenStopped() {
        if (stopped) {
            throw new ClusterTerminationException(false);
        }
    }

    private ClusterTerminationException stop(Throwable cause) {
        if (!stopped) {
            stopped = true;
            failed.accept(cause);
        }
        var end = new ClusterTerminationException(false);
        end.initCause(cause);
        return end;
    }

    private Cluster cluster() {
        Cluster known = cluster;
        if (known == null) {
            throw new IllegalStateException("the service was not started");
        }
        return known;
    }
}
