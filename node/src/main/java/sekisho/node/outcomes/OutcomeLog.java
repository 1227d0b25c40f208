package sekisho.node.outcomes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;
import sekisho.wire.home.OutcomeSegment;

/**
 * The outcome log of one node. After {@link #resume} it stands at an offset; as long as there are recorded frames behind
 * that offset, {@link #record} compares instead of writing, so a replay of the command log proves that the engine did
 * then what it does now. A frame that was torn when the power failed, and everything behind it, is dropped and recorded
 * anew. What is written is written by a thread of its own ({@code OutcomeWriter}), a moment after {@link #record} returns.
 *
 * <p>Owner: the engine's thread; {@link #awaitWritten} any.
 */
public final class OutcomeLog implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(OutcomeLog.class.getName());

    private final Path folder;
    private final int segmentLength;
    private final boolean acceptDifference;
    private final Sealer sealer;
    private final Consumer<Throwable> failed;
    private final OutcomeSegment.Checksum checksum = new OutcomeSegment.Checksum();

    /** What is compared with, and then written on; null: nothing yet, or it is the writer's now. */
    private @Nullable Segment segment;

    /** Null as long as there is something to compare with. */
    private volatile @Nullable OutcomeWriter writer;

    private long offset;

    /** Where the segment ends that is being written. */
    private long end;

    private boolean comparing;

    /**
     * @param folder where the segments lie
     * @param segmentLength of new segments, bytes; a multiple of 8, and large enough for any one step
     * @param acceptDifference drop what differs in a replay instead of stopping: an operator's explicit decision
     * @param failed told once, by another thread, when the log cannot be written any more
     */
    public OutcomeLog(Path folder, int segmentLength, boolean acceptDifference, Consumer<Throwable> failed)
            throws IOException {
        if (segmentLength % 8 != 0 || segmentLength <= OutcomeSegment.HEADER_LENGTH) {
            throw new IllegalArgumentException("a segment's length is a multiple of 8, and more than its header");
        }
        Files.createDirectories(folder);
        this.folder = folder;
        this.segmentLength = segmentLength;
        this.acceptDifference = acceptDifference;
        this.failed = failed;
        this.sealer = new Sealer();
    }

    /**
     * Stands at an offset: 0, or what a snapshot remembered of {@link #offset()}.
     *
     * @throws OutcomesDiffer if the log does not reach that far back or forward
     */
    public void resume(long from) throws IOException {
        offset = from;
        boolean reached = from == 0;
        for (Path file : SealedSegments.list(folder)) {
            var candidate = Segment.open(file);
            if (candidate.end() <= from) {
                reached = candidate.end() == from;
                leave(candidate);
            } else if (candidate.start() <= from && candidate.hasHeader()) {
                enter(candidate);
                return;
            } else {
                candidate.close();
                if (candidate.start() > from) {
                    throw new OutcomesDiffer("outcomes were purged that are needed for the replay", 0, from);
                }
            }
        }
        if (!reached) {
            throw new OutcomesDiffer("the outcome log ends before the snapshot that it belongs to", 0, from);
        }
    }

    /** Where the next frame is written or compared: bytes from the start of the whole log. */
    public long offset() {
        return offset;
    }

    /** Whether frames that were recorded before may still lie behind the offset. */
    public boolean comparing() {
        return comparing;
    }

    /**
     * Records the outcomes of one step, or compares them with what was recorded of it before.
     *
     * @param position of the step in the command log
     * @throws OutcomesDiffer if another outcome was recorded, and differences are not accepted
     */
    public void record(long position, DirectBuffer payload, int from, int length) {
        try {
            if (!comparing || !compare(position, payload, from, length)) {
                append(position, payload, from, length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything recorded so far becomes durable, in the background. */
    public Future<?> force() {
        OutcomeWriter writing = writer;
        if (writing != null) {
            return writing.force();
        }
        var durable = new CompletableFuture<Void>();
        sealer.force(comparedFile(), durable);
        return durable;
    }

    /** Waits until readers can see everything that was recorded before the call. Any thread. */
    public void awaitWritten() {
        OutcomeWriter writing = writer;
        if (writing != null) {
            writing.awaitWritten();
        }
    }

    /** Waits for what runs in the background, and lets go of all files. */
    @Override
    public void close() {
        OutcomeWriter writing = writer;
        if (writing != null) {
            writing.close();
        }
        if (segment != null) {
            segment.close();
            segment = null;
        }
        sealer.close();
    }

    /** False: nothing (or nothing valid) was recorded here, and from now on it is written. */
    private boolean compare(long position, DirectBuffer payload, int from, int length) throws IOException {
        Segment current = segment;
        while (current != null) {
            int index = current.index(offset);
            int recordedLength = OutcomeSegment.payloadLength(current.buffer(), index);
            if (recordedLength == OutcomeSegment.END_OF_SEGMENT) {
                current = enterNext(current);
            } else if (!OutcomeSegment.intact(current.buffer(), index, recordedLength, checksum)) {
                dropTorn(current, index, recordedLength);
                return false;
            } else if (same(current, index, recordedLength, position, payload, from, length)) {
                offset += OutcomeSegment.frameLength(length);
                return true;
            } else {
                dropDifferent(current, index, position);
                return false;
            }
        }
        comparing = false;
        return false;
    }

    private boolean same(
            Segment current, int index, int recordedLength, long position, DirectBuffer payload, int from, int length) {
        if (recordedLength != length || OutcomeSegment.position(current.buffer(), index) != position) {
            return false;
        }
        return sameBytes(current.buffer(), index + OutcomeSegment.FRAME_HEADER_LENGTH, payload, from, length);
    }

    private static boolean sameBytes(DirectBuffer one, int at, DirectBuffer other, int otherAt, int length) {
        int words = length & ~7;
        for (int i = 0; i < words; i += Long.BYTES) {
            if (one.getLong(at + i) != other.getLong(otherAt + i)) {
                return false;
            }
        }
        for (int i = words; i < length; i++) {
            if (one.getByte(at + i) != other.getByte(otherAt + i)) {
                return false;
            }
        }
        return true;
    }

    private void dropTorn(Segment current, int index, int recordedLength) throws IOException {
        if (SealedSegments.isSealed(current.file())) {
            throw new OutcomesDiffer("a sealed segment of the outcome log is damaged", 0, offset);
        }
        if (recordedLength != OutcomeSegment.NOT_WRITTEN) {
            LOG.log(Level.WARNING, "the outcome log was torn at offset {0}; it is recorded anew from there", offset);
        }
        dropFrom(current, index);
    }

    private void dropDifferent(Segment current, int index, long position) throws IOException {
        if (!acceptDifference) {
            throw new OutcomesDiffer("the replay does not give what was recorded", position, offset);
        }
        LOG.log(Level.WARNING, "what was recorded from offset {0} on differs and is dropped, as told", offset);
        Files.deleteIfExists(SealedSegments.checksumFile(current.file()));
        dropFrom(current, index);
    }

    private void dropFrom(Segment current, int index) throws IOException {
        SealedSegments.deleteBehind(folder, current.start());
        current.clearFrom(index);
        comparing = false;
    }

    private void append(long position, DirectBuffer payload, int from, int length) throws IOException {
        int frameLength = OutcomeSegment.frameLength(length);
        if (frameLength > segmentLength - OutcomeSegment.HEADER_LENGTH) {
            throw new IllegalStateException("the outcomes of one step do not fit into a segment");
        }
        OutcomeWriter to = writer == null ? startWriting() : writer;
        if (offset + frameLength > end) {
            offset = end + OutcomeSegment.HEADER_LENGTH;
            end += segmentLength;
        }
        to.write(offset, position, payload, from, length);
        offset += frameLength;
    }

    private OutcomeWriter startWriting() throws IOException {
        SegmentFile begun = segment == null ? null : SegmentFile.open(segment.file(), offset);
        end = segment == null ? offset : segment.end();
        if (segment != null) {
            segment.close();
            segment = null;
        }
        var started = new OutcomeWriter(folder, segmentLength, begun, offset, sealer, failed);
        writer = started;
        return started;
    }

    private @Nullable Path comparedFile() {
        return segment == null ? null : segment.file();
    }

    private void enter(Segment entered) {
        segment = entered;
        offset = Math.max(offset, entered.start() + OutcomeSegment.HEADER_LENGTH);
        comparing = true;
    }

    private @Nullable Segment enterNext(Segment done) throws IOException {
        offset = done.end();
        leave(done);
        segment = null;
        Path file = folder.resolve(OutcomeSegment.fileName(offset));
        if (!Files.exists(file)) {
            return null;
        }
        var next = Segment.open(file);
        if (!next.hasHeader()) {
            next.close();
            return null;
        }
        enter(next);
        return next;
    }

    private void leave(Segment done) {
        done.close();
        if (!SealedSegments.isSealed(done.file())) {
            sealer.seal(done.file());
        }
    }
}
