package sekisho.gateway;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Answer;
import sekisho.protocol.Command;
import sekisho.protocol.StreamEntry;
import sekisho.wire.Answers;

/**
 * Sends an ordered stream of commands in bulk frames, in order and without gaps, whatever happens to the connection:
 * what was not answered is sent again, from the first unanswered entry on, when the sender's thread next sends or waits.
 *
 * <p>Owner: one thread, which is held up while as many frames are on their way as may be. The listener is called by the
 * gateway's thread.
 */
public final class StreamSender implements AutoCloseable {
    /** So many entries share a frame: few enough that single commands beside them stay quick. */
    public static final int ENTRIES_A_FRAME = 500;

    private static final int BYTES_A_FRAME = 60_000;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Gateway gateway;
    private final EntryListener listener;
    private final long patienceNanos;
    private final int window;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Deque<Batch> unanswered = new ArrayDeque<>();
    private long movedNanos = System.nanoTime();
    private long notBeforeNanos = movedNanos;
    private @Nullable Batch building;
    private StreamEntry next;

    /**
     * A sender of a stream from its first entry.
     *
     * @param stream names the stream within the gateway's client: not 0
     * @param patience how long it may take that nothing moves, before the sender gives up
     */
    public StreamSender(Gateway gateway, long stream, Duration patience, EntryListener listener) {
        this(gateway, new StreamEntry(stream, 1, 0), patience, listener);
    }

    /** A sender of a stream from an entry in the middle: with the chain hash of all entries before it. */
    public StreamSender(Gateway gateway, StreamEntry first, Duration patience, EntryListener listener) {
        this.gateway = gateway;
        this.listener = listener;
        this.patienceNanos = patience.toNanos();
        this.window = gateway.settings().bulksOnTheirWay();
        this.next = first;
    }

    /**
     * Adds the next entry; waits while too much is on its way.
     *
     * @param effectiveAt when the movement took effect (ms); 0: when it is booked
     * @return the entry's place in the stream
     * @throws StreamStopped if the stream cannot be continued
     */
    public long send(Command<?> command, long effectiveAt) {
        Batch batch = building;
        if (batch == null) {
            batch = new Batch(gateway.newFrame(Lane.BULK), next);
            building = batch;
        }
        long sequence = next.sequence();
        var encoder = batch.frame().encoder();
        encoder.addNext(command, effectiveAt);
        next = encoder.next();
        if (encoder.count() >= ENTRIES_A_FRAME || encoder.length() >= BYTES_A_FRAME) {
            flush();
        }
        return sequence;
    }

    /** Sends what has been gathered. */
    public void flush() {
        Batch batch = building;
        if (batch == null) {
            return;
        }
        building = null;
        lock.lock();
        try {
            advanceUntil(() -> unanswered.size() < window);
            unanswered.add(batch);
            sendWaiting();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends everything, and waits until all of it is answered.
     *
     * @throws StreamStopped if the stream cannot be continued
     */
    public void awaitAll() {
        flush();
        lock.lock();
        try {
            advanceUntil(unanswered::isEmpty);
        } finally {
            lock.unlock();
        }
    }

    /** The key of the entry that will be sent next. */
    public StreamEntry next() {
        return next;
    }

    /** Waits like {@link #awaitAll}. */
    @Override
    public void close() {
        awaitAll();
    }

    /** Something to wait for, under the lock. */
    private interface Goal {
        boolean reached();
    }

    private void advanceUntil(Goal goal) {
        while (!goal.reached()) {
            sendWaiting();
            if (System.nanoTime() - movedNanos > patienceNanos) {
                throw new StreamStopped("nothing has moved for too long", firstUnanswered());
            }
            try {
                moved.awaitNanos(PAUSE_NANOS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StreamStopped("interrupted", firstUnanswered());
            }
        }
    }

    /**
     * Hands over what is to be sent. After a loss nothing is sent before the fate of everything on its way is known, and
     * then from the first lost batch on: the engine takes entries in their order only.
     */
    private void sendWaiting() {
        Batch first = unanswered.peekFirst();
        if (first != null && first.contradicted()) {
            throw new StreamStopped("the log holds another history of this stream", first.firstSequence());
        }
        if (unanswered.stream().anyMatch(Batch::isLost)) {
            if (System.nanoTime() - notBeforeNanos < 0 || unanswered.stream().anyMatch(Batch::isSent)) {
                return;
            }
            unanswered.forEach(Batch::resume);
        }
        for (Batch batch : unanswered) {
            if (batch.isToSend() && !hand(batch)) {
                return;
            }
        }
    }

    private boolean hand(Batch batch) {
        batch.handedOver();
        if (gateway.trySubmit(batch.frame(), new Fate(batch))) {
            return true;
        }
        batch.notHandedOver();
        return false;
    }

    private long firstUnanswered() {
        Batch first = unanswered.peekFirst();
        return first == null ? next.sequence() : first.firstSequence();
    }

    private void deliver() {
        for (Batch first = unanswered.peekFirst(); first != null; first = unanswered.peekFirst()) {
            Answers answers = first.answers();
            if (answers == null) {
                return;
            }
            unanswered.removeFirst();
            long sequence = first.firstSequence();
            for (Answer answer : answers.answers()) {
                listener.answered(sequence, answer, answers.position());
                sequence++;
            }
            gateway.release(first.frame());
            movedNanos = System.nanoTime();
        }
    }

    /** What becomes of a batch; told by the gateway's thread. */
    private final class Fate implements FrameListener {
        private final Batch batch;

        Fate(Batch batch) {
            this.batch = batch;
        }

        @Override
        public void answered(Answers answers) {
            told(() -> batch.answered(answers));
        }

        @Override
        public void notSent(Submission.Why why) {
            told(batch::lose);
        }

        @Override
        public void unconfirmed() {
            told(batch::lose);
        }

        private void told(Runnable news) {
            lock.lock();
            try {
                news.run();
                if (batch.isLost()) {
                    notBeforeNanos = System.nanoTime() + PAUSE_NANOS;
                }
                deliver();
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
