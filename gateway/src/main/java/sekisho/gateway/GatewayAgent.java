package sekisho.gateway;

import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.jspecify.annotations.Nullable;
import sekisho.wire.Answers;
import sekisho.wire.AnswersCodec;

/** The gateway's one thread: it owns the session, sends what waits in the lanes, and tells the listeners. */
final class GatewayAgent implements Agent, ClusterLink.Events {
    private static final int SINGLES_A_TURN = 64;
    private static final long LOOK_FOR_OVERDUE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** The log is one queue: a single waits for all bulk frames before it, each of which takes the engine about a millisecond. */
    private static final int BULKS_BESIDE_SINGLES = 3;

    private static final long BESIDE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Gateway gateway;
    private final ClusterLink link;
    private final AnswersCodec codec = new AnswersCodec();
    private final LaneQueue singles;
    private final LaneQueue bulks;
    private long nextLookNanos;
    private long lastSingleNanos;
    private volatile boolean connected;
    private volatile boolean closed;

    GatewayAgent(Gateway gateway, GatewaySettings settings) {
        this.gateway = gateway;
        this.link = new ClusterLink(settings.address(), this);
        this.singles = new LaneQueue(settings.singles(), settings.singles());
        this.bulks = new LaneQueue(settings.bulks(), settings.bulksOnTheirWay());
        this.lastSingleNanos = System.nanoTime() - BESIDE_NANOS;
    }

    /** One lane: what waits, what is on its way. The queue is anybody's, the rest this thread's. */
    private static final class LaneQueue {
        private final Queue<Frame> waiting;
        private final OnTheirWay onTheirWay = new OnTheirWay();
        private final int most;
        private @Nullable Frame next;

        LaneQueue(int waitingMost, int onTheirWayMost) {
            waiting = new ManyToOneConcurrentArrayQueue<>(waitingMost);
            most = onTheirWayMost;
        }

        @Nullable
        Frame next() {
            if (next == null) {
                next = waiting.poll();
            }
            return next;
        }
    }

    /** Any thread; false: as many are waiting as may. */
    boolean enqueue(Frame frame) {
        return !closed && (frame.lane() == Lane.SINGLE ? singles : bulks).waiting.offer(frame);
    }

    /** Whether there is a session. Any thread. */
    boolean connected() {
        return connected;
    }

    @Override
    public String roleName() {
        return "sekisho-gateway";
    }

    @Override
    public int doWork() {
        long now = System.nanoTime();
        int work = link.work(now);
        connected = link.connected();
        if (connected) {
            int sentSingles = send(singles, singles.most, SINGLES_A_TURN);
            if (sentSingles > 0) {
                lastSingleNanos = now;
            }
            boolean beside = now - lastSingleNanos < BESIDE_NANOS;
            work += sentSingles + send(bulks, beside ? Math.min(bulks.most, BULKS_BESIDE_SINGLES) : bulks.most, 1);
        }
        if (now - nextLookNanos >= 0) {
            nextLookNanos = now + LOOK_FOR_OVERDUE_NANOS;
            giveUpOverdue(singles, now);
            giveUpOverdue(bulks, now);
        }
        return work;
    }

    @Override
    public void onClose() {
        closed = true;
        connected = false;
        lost();
        for (LaneQueue lane : new LaneQueue[] {singles, bulks}) {
            for (Frame frame = lane.next(); frame != null; frame = lane.next()) {
                lane.next = null;
                notSent(frame, Submission.Why.CLOSED);
            }
        }
        link.close();
    }

    @Override
    public void message(DirectBuffer buffer, int offset, int length) {
        try {
            answers(codec.decode(buffer, offset, length));
        } catch (RuntimeException e) {
            GatewayErrors.report(e);
        }
    }

    private void answers(Answers answers) {
        Frame frame = singles.onTheirWay.take(answers.correlation());
        if (frame == null) {
            frame = bulks.onTheirWay.take(answers.correlation());
        }
        if (frame != null) {
            var listener = frame.takeListener();
            gateway.done(frame);
            listener.answered(answers);
        }
    }

    @Override
    public void lost() {
        for (LaneQueue lane : new LaneQueue[] {singles, bulks}) {
            for (Frame frame = lane.onTheirWay.takeAny(); frame != null; frame = lane.onTheirWay.takeAny()) {
                unconfirmed(frame);
            }
        }
    }

    private int send(LaneQueue lane, int onTheirWayMost, int atMost) {
        int sent = 0;
        while (sent < atMost && lane.onTheirWay.size() < onTheirWayMost) {
            Frame frame = lane.next();
            if (frame == null) {
                break;
            }
            if (!link.accepting()) {
                lane.next = null;
                notSent(frame, Submission.Why.LOW_DISK);
            } else if (link.offer(frame)) {
                lane.next = null;
                lane.onTheirWay.add(frame);
            } else {
                break;
            }
            sent++;
        }
        return sent;
    }

    private void giveUpOverdue(LaneQueue lane, long now) {
        for (Frame frame = lane.onTheirWay.takeOverdue(now); frame != null; frame = lane.onTheirWay.takeOverdue(now)) {
            unconfirmed(frame);
        }
        for (Frame frame = lane.next(); frame != null && frame.isOverdue(now); frame = lane.next()) {
            lane.next = null;
            notSent(frame, Submission.Why.NO_LEADER);
        }
    }

    private void unconfirmed(Frame frame) {
        var listener = frame.takeListener();
        gateway.done(frame);
        listener.unconfirmed();
    }

    private void notSent(Frame frame, Submission.Why why) {
        var listener = frame.takeListener();
        gateway.done(frame);
        listener.notSent(why);
    }
}
