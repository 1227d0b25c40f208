package sekisho.node;

import io.aeron.cluster.service.Cluster;
import java.util.concurrent.atomic.AtomicLong;

/** What other threads may know of the engine. The engine's thread writes, without waiting; any thread reads. */
final class EngineWatch {
    private final AtomicLong position = new AtomicLong();
    private final AtomicLong now = new AtomicLong();
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong malformed = new AtomicLong();
    private final AtomicLong droppedAnswers = new AtomicLong();
    private final AtomicLong journal = new AtomicLong();
    private final AtomicLong journalCapacity = new AtomicLong();
    private final AtomicLong longestGapNanos = new AtomicLong();
    private volatile Cluster.Role role = Cluster.Role.FOLLOWER;
    private volatile boolean accepting = true;
    private volatile boolean forgetGaps;
    private long lastBeatNanos;

    void stepped(long newPosition, long engineNow) {
        position.lazySet(newPosition);
        now.lazySet(engineNow);
    }

    void frameDone(int count) {
        frames.lazySet(frames.getPlain() + 1);
        requests.lazySet(requests.getPlain() + count);
    }

    void malformedFrame() {
        malformed.lazySet(malformed.getPlain() + 1);
    }

    void dropped(long answers) {
        droppedAnswers.lazySet(answers);
    }

    void journal(long answers, long capacity) {
        journal.lazySet(answers);
        journalCapacity.lazySet(capacity);
    }

    void role(Cluster.Role newRole) {
        role = newRole;
    }

    /** The engine's thread is alive; also says so between steps. */
    void beat(long nanos) {
        long gap = nanos - lastBeatNanos;
        lastBeatNanos = nanos;
        if (forgetGaps) {
            forgetGaps = false;
            longestGapNanos.lazySet(0);
        } else if (gap > longestGapNanos.getPlain()) {
            longestGapNanos.lazySet(gap);
        }
    }

    /** From now on, whether gateways may send. */
    void accept(boolean accept) {
        accepting = accept;
    }

    /** Forgets the longest gap, at the engine's next beat. */
    void forgetGaps() {
        forgetGaps = true;
    }

    boolean gapsForgotten() {
        return !forgetGaps;
    }

    /** Longest time between two beats, nanoseconds. */
    long longestGapNanos() {
        return longestGapNanos.get();
    }

    boolean accepting() {
        return accepting;
    }

    boolean leads() {
        return role == Cluster.Role.LEADER;
    }

    /** Position in the command log up to which the engine has come. */
    long position() {
        return position.get();
    }

    /** The engine's time, ms; 0 before the first step. */
    long now() {
        return now.get();
    }

    /** Frames since the start, those of the replay too. */
    long frames() {
        return frames.get();
    }

    /** Requests since the start, those of the replay too. */
    long requests() {
        return requests.get();
    }

    /** Answers that the request journal held a second ago. */
    long journal() {
        return journal.get();
    }

    /** Answers that the request journal may hold; 0 before the first tick. */
    long journalCapacity() {
        return journalCapacity.get();
    }

    long malformed() {
        return malformed.get();
    }

    long droppedAnswers() {
        return droppedAnswers.get();
    }
}
