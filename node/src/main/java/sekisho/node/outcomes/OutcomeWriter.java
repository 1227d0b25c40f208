package sekisho.node.outcomes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
import org.jspecify.annotations.Nullable;
import sekisho.wire.home.OutcomeSegment;

/**
 * Writes recorded frames into segments on a thread of its own, so that the engine never waits for the file system: a page
 * of a mapped file may have to wait while another file's sync commits. Between the two lies a ring of bounded size; when
 * the disk is so far behind that it is full, the engine waits after all.
 *
 * <p>{@link #write} and {@link #force} belong to the engine's thread, {@link #awaitWritten} to any.
 */
final class OutcomeWriter implements AutoCloseable {
    private static final int FRAME = 1;
    private static final int OFFSET_AT = 0;
    private static final int POSITION_AT = 8;
    private static final int PAYLOAD_AT = 16;
    private static final int LARGEST_RING = 32 << 20;
    private static final int LARGEST_SHARE = 8;

    /** Synced in small pieces: the kernel would do it seldom and much at a time, in the way of the command log's syncs. */
    private static final int UNSYNCED = 2 << 20;

    private static final long NAP_NANOS = 300_000;
    private static final int FRAMES_A_TURN = 256;

    /** Something to be done when everything up to an offset is written. */
    private record Order(long offset, CompletableFuture<Void> durable) {}

    private final Path folder;
    private final int segmentLength;
    private final Sealer sealer;
    private final Consumer<Throwable> failed;
    private final OutcomeSegment.Checksum checksum = new OutcomeSegment.Checksum();
    private final ByteBuffer memory;
    private final RingBuffer ring;
    private final ConcurrentLinkedQueue<Order> orders = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private @Nullable SegmentFile segment;
    private long gathered;
    private volatile long handedOver;
    private volatile long written;
    private volatile boolean closing;
    private volatile @Nullable Throwable failure;

    /**
     * Starts the thread.
     *
     * @param segment to go on writing in; null: the first frame begins one
     * @param failed told once, by the writing thread, when it cannot go on
     */
    OutcomeWriter(
            Path folder,
            int segmentLength,
            @Nullable SegmentFile segment,
            long offset,
            Sealer sealer,
            Consumer<Throwable> failed) {
        this.folder = folder;
        this.segmentLength = segmentLength;
        this.segment = segment;
        this.sealer = sealer;
        this.failed = failed;
        this.gathered = offset;
        this.handedOver = offset;
        this.written = offset;
        long wanted = (long) LARGEST_SHARE * BitUtil.findNextPositivePowerOfTwo(segmentLength);
        int capacity = (int) Math.max(64 * 1024, Math.min(LARGEST_RING, wanted));
        this.memory = ByteBuffer.allocateDirect(capacity + RingBufferDescriptor.TRAILER_LENGTH);
        this.ring = new OneToOneRingBuffer(new UnsafeBuffer(memory));
        this.thread = Thread.ofPlatform().name("sekisho-outcomes").daemon().start(this::run);
    }

    /** Hands over a frame that is to lie at an offset; behind the end of its segment a new one begins there. */
    void write(long offset, long position, DirectBuffer payload, int from, int length) {
        int index = claim(PAYLOAD_AT + length);
        MutableDirectBuffer claimed = ring.buffer();
        claimed.putLong(index + OFFSET_AT, offset);
        claimed.putLong(index + POSITION_AT, position);
        claimed.putBytes(index + PAYLOAD_AT, payload, from, length);
        ring.commit(index);
        handedOver = offset + OutcomeSegment.frameLength(length);
    }

    /** Done when everything that was handed over is durable. */
    Future<?> force() {
        requireWell();
        var order = new Order(handedOver, new CompletableFuture<>());
        orders.add(order);
        return order.durable();
    }

    /** Waits until readers can see everything that was handed over before the call. */
    void awaitWritten() {
        long goal = handedOver;
        while (written < goal) {
            requireWell();
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    /** Writes what was handed over, and ends the thread; the last segment is synced in the background. */
    @Override
    public void close() {
        closing = true;
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        BufferUtil.free(memory);
        if (segment != null) {
            closeLast(segment);
            segment = null;
        }
    }

    private void closeLast(SegmentFile last) {
        try {
            last.close();
            sealer.force(last.file(), new CompletableFuture<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int claim(int length) {
        if (length > ring.maxMsgLength()) {
            throw new IllegalStateException("the outcomes of one step are too many to be recorded");
        }
        int index = ring.tryClaim(FRAME, length);
        while (index < 0) {
            requireWell();
            LockSupport.parkNanos(NAP_NANOS);
            index = ring.tryClaim(FRAME, length);
        }
        requireWell();
        return index;
    }

    private void requireWell() {
        Throwable cause = failure;
        if (cause != null) {
            throw new IllegalStateException("the outcome log cannot be written", cause);
        }
    }

    private void run() {
        try {
            boolean last = false;
            while (!last) {
                last = closing;
                int frames = turn();
                if (frames > 0) {
                    last = false;
                } else if (!last) {
                    LockSupport.parkNanos(NAP_NANOS);
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    private void fail(Throwable cause) {
        failure = cause;
        orders.forEach(order -> order.durable().completeExceptionally(cause));
        failed.accept(cause);
    }

    private int turn() throws IOException {
        int frames = ring.read(this::frame, FRAMES_A_TURN);
        SegmentFile current = segment;
        if (current != null && frames > 0) {
            current.flush();
            current.syncIfMore(UNSYNCED);
        }
        written = gathered;
        for (Order order = orders.peek(); order != null && order.offset() <= written; order = orders.peek()) {
            orders.remove();
            sealer.force(current == null ? null : current.file(), order.durable());
        }
        return frames;
    }

    private void frame(int type, MutableDirectBuffer from, int index, int length) {
        long offset = from.getLong(index + OFFSET_AT);
        long position = from.getLong(index + POSITION_AT);
        int payloadLength = length - PAYLOAD_AT;
        try {
            SegmentFile current = segment;
            if (current == null || offset >= current.end()) {
                current = startSegment(current, offset - OutcomeSegment.HEADER_LENGTH, position);
            }
            current.add(position, from, index + PAYLOAD_AT, payloadLength, checksum);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        gathered = offset + OutcomeSegment.frameLength(payloadLength);
    }

    private SegmentFile startSegment(@Nullable SegmentFile full, long start, long position) throws IOException {
        SealedSegments.deleteBehind(folder, start);
        var next = SegmentFile.create(folder, start, segmentLength, position);
        if (full != null) {
            full.complete();
            full.close();
            sealer.seal(full.file());
        }
        segment = next;
        return next;
    }
}
