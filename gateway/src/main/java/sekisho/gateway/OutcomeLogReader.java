package sekisho.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import sekisho.wire.OutcomeDecoder;
import sekisho.wire.OutcomeVisitor;
import sekisho.wire.home.OutcomeSegment;

/**
 * Reads the outcome log of a home from its files, in this process or another, while the node runs or when it does not;
 * what was moved to the archive folder too. Everything in the log is committed. Owner: one thread.
 */
public final class OutcomeLogReader implements AutoCloseable {
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private final SegmentChain segments;
    private final OutcomeDecoder decoder = new OutcomeDecoder();
    private final OutcomeSegment.Checksum checksum = new OutcomeSegment.Checksum();
    private SegmentChain.@Nullable Mapped segment;
    private long offset;
    private long position;

    /**
     * A reader of all steps after a position.
     *
     * @param home the node's home
     * @param afterPosition the last step that was read before; 0: from the beginning
     */
    public OutcomeLogReader(Path home, long afterPosition) {
        this.segments = new SegmentChain(home);
        this.position = afterPosition;
    }

    /**
     * Shows the next step's outcomes, if there is one.
     *
     * @return false: nothing more was recorded so far
     * @throws OutcomesDamaged if the next record is not what its checksum says
     */
    public boolean poll(OutcomeVisitor visitor) {
        return next(visitor);
    }

    private boolean next(@Nullable OutcomeVisitor visitor) {
        SegmentChain.Mapped mapped = segment == null ? enter(segments.after(position)) : segment;
        while (mapped != null) {
            int index = (int) (offset - mapped.start());
            int length = OutcomeSegment.payloadLength(mapped.buffer(), index);
            if (length == OutcomeSegment.NOT_WRITTEN) {
                return false;
            }
            if (length == OutcomeSegment.END_OF_SEGMENT) {
                var next = segments.open(mapped.end());
                if (next == null) {
                    return false;
                }
                mapped.close();
                mapped = enter(next);
                continue;
            }
            if (length < 0 || (visitor != null && !OutcomeSegment.intact(mapped.buffer(), index, length, checksum))) {
                throw new OutcomesDamaged(offset);
            }
            offset += OutcomeSegment.frameLength(length);
            long step = OutcomeSegment.position(mapped.buffer(), index);
            if (step > position) {
                position = step;
                if (visitor != null) {
                    decoder.read(mapped.buffer(), index + OutcomeSegment.FRAME_HEADER_LENGTH, length, visitor);
                }
                return true;
            }
        }
        return false;
    }

    /**
     * Shows the next step's outcomes, waiting for it if need be.
     *
     * @return false: nothing came within that time, or the thread was interrupted
     */
    public boolean await(OutcomeVisitor visitor, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!poll(visitor)) {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }

    /** Shows everything that was recorded so far; says how many steps that were. */
    public long readAll(OutcomeVisitor visitor) {
        long steps = 0;
        while (poll(visitor)) {
            steps++;
        }
        return steps;
    }

    /** Goes to the end of what was recorded so far without looking at it; says how many steps that were. */
    public long skipAll() {
        long steps = 0;
        while (next(null)) {
            steps++;
        }
        return steps;
    }

    /** Whether the log of a home is there from its first step on, the archive included. An empty log is. */
    public static boolean isWhole(Path home) {
        return new SegmentChain(home).isWhole();
    }

    /** How many requests the log of a home answers, repeats and refusals too. */
    public static long countAnswered(Path home) {
        var count = new AnsweredCount();
        try (var reader = new OutcomeLogReader(home, 0)) {
            reader.readAll(count);
        }
        return count.answered();
    }

    /** The last step that was shown, or where this reader began. */
    public long position() {
        return position;
    }

    @Override
    public void close() {
        if (segment != null) {
            segment.close();
            segment = null;
        }
    }

    private SegmentChain.@Nullable Mapped enter(SegmentChain.@Nullable Mapped entered) {
        segment = entered;
        if (entered != null) {
            offset = entered.start() + OutcomeSegment.HEADER_LENGTH;
        }
        return entered;
    }
}
