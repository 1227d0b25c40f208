package sekisho.server.api.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import sekisho.gateway.Gateway;
import sekisho.gateway.Lane;
import sekisho.gateway.Submission;
import sekisho.protocol.ClientId;
import sekisho.server.problem.Problem;
import sekisho.server.problem.ProblemCode;

/**
 * One bulk request: its lines are executed in batches while the next ones are read, each line by itself.
 *
 * <p>The request's thread reads and hands batches over; a second one waits for what becomes of them and writes it. A
 * batch goes when it is full, or when none is on its way any more: so a client that sends slowly is answered at once, and
 * one that sends fast fills batches.
 */
final class BulkStream implements LineReader.Lines {
    /** Batches of one request on their way at a time. */
    private static final int ON_THEIR_WAY = 8;

    private static final long BUSY_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long LAG_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Gateway gateway;
    private final ClientId client;
    private final LineParser parser;
    private final BulkResults results;
    private final BulkGate gate;
    private final Semaphore room = new Semaphore(ON_THEIR_WAY);
    private final BlockingQueue<Handed> handedOver = new LinkedBlockingQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private BulkBatch building;
    private long linesRead;
    private volatile boolean broken;
    private volatile @Nullable Problem stopped;

    BulkStream(Gateway gateway, ClientId client, LineParser parser, BulkResults results, BulkGate gate) {
        this.gateway = gateway;
        this.client = client;
        this.parser = parser;
        this.results = results;
        this.gate = gate;
        this.building = begin();
    }

    /** A batch that was handed over; null at the end. */
    private record Handed(@Nullable BulkBatch batch) {}

    /** Executes a body; returns when all results are written, or the client has gone. */
    void run(InputStream body) throws IOException, InterruptedException {
        Thread writer = Thread.ofVirtual().name("sekisho-bulk-results").start(this::writeResults);
        var lines = new LineReader(body);
        try {
            while (stopped == null && !broken && lines.fill()) {
                awaitProjection();
                addAll(lines);
                handOverIfIdle();
            }
            withLock(() -> lines.showRest(this));
        } finally {
            handOverRest();
            handedOver.add(new Handed(null));
            writer.join();
        }
        if (!broken) {
            results.finish(stopped);
        }
    }

    /** Adds what was read to batches. Waits for room without the lock: the other thread needs it to make room. */
    private void addAll(LineReader lines) throws InterruptedException {
        while (addUntilFull(lines)) {
            room.acquire();
            lock.lock();
            try {
                if (building.isEmpty()) {
                    room.release();
                } else {
                    handOver();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean addUntilFull(LineReader lines) {
        lock.lock();
        try {
            while (!building.isFull() && lines.showNext(this)) {
                // The line is in the batch.
            }
            return building.isFull();
        } finally {
            lock.unlock();
        }
    }

    private void handOverRest() {
        room.acquireUninterruptibly();
        withLock(() -> {
            if (building.isEmpty()) {
                gateway.release(building.frame());
            } else {
                handOver();
            }
        });
    }

    @Override
    public void line(byte[] bytes, int from, int length) {
        parser.add(building, bytes, from, length);
        added();
    }

    @Override
    public void tooLong() {
        LineParser.addTooLong(building);
        added();
    }

    private void added() {
        linesRead++;
    }

    private BulkBatch begin() {
        var frame = gateway.newFrame(Lane.BULK);
        frame.begin(client);
        return new BulkBatch(frame, linesRead + 1);
    }

    /** Under the lock, with room for one. */
    private void handOver() {
        BulkBatch batch = building;
        if (batch.frame().encoder().count() == 0) {
            gateway.release(batch.frame());
            batch.nothingToExecute();
        } else {
            submit(batch);
        }
        handedOver.add(new Handed(batch));
        building = begin();
    }

    private void submit(BulkBatch batch) {
        long deadline = System.nanoTime() + gateway.settings().deadline().toNanos();
        while (!gateway.trySubmit(batch.frame(), batch)) {
            if (System.nanoTime() - deadline > 0) {
                gateway.release(batch.frame());
                batch.notSent(Submission.Why.BUSY);
                return;
            }
            LockSupport.parkNanos(BUSY_NANOS);
        }
    }

    private void handOverIfIdle() {
        withLock(() -> {
            if (!building.isEmpty() && room.availablePermits() == ON_THEIR_WAY && room.tryAcquire()) {
                handOver();
            }
        });
    }

    /** The client is slowed down while the projection is too far behind, and stopped if that does not help. */
    private void awaitProjection() {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (gate.isShut() && stopped == null && !broken) {
            if (System.nanoTime() - deadline > 0) {
                stopped = ProblemCode.PROJECTION_LAGS.problem();
            }
            LockSupport.parkNanos(LAG_PAUSE_NANOS);
        }
    }

    private void writeResults() {
        try {
            for (Handed handed = handedOver.take(); handed.batch() != null; handed = handedOver.take()) {
                write(handed.batch());
                room.release();
                if (handedOver.isEmpty()) {
                    handOverIfIdle();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            broken = true;
        }
    }

    /** A client that has gone takes no results: nothing more of its body is read then, but what was begun is awaited. */
    private void write(BulkBatch batch) {
        BulkBatch.Fate fate = batch.await();
        if (broken) {
            return;
        }
        try {
            results.add(batch, fate);
            if (handedOver.isEmpty()) {
                results.flush();
            }
        } catch (IOException gone) {
            broken = true;
        }
    }

    private void withLock(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
