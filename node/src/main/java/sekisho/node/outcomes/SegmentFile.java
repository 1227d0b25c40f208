package sekisho.node.outcomes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import sekisho.wire.home.OutcomeSegment;

/**
 * One segment that frames are appended to. They are gathered, and written together: {@link #flush} writes all of them but
 * the first one's length, then that length, so that a reader who has the file mapped sees whole frames or none.
 *
 * <p>Written with calls, not through a mapping: who faults in a page of a mapped file may have to wait for the disk while
 * it holds the lock on the whole process's memory, and everybody else waits with it. Owner: the writing thread.
 */
final class SegmentFile implements AutoCloseable {
    private static final int GATHERED = 256 * 1024;

    private final Path file;
    private final long start;
    private final FileChannel channel;
    private final int length;
    private ByteBuffer bytes = ByteBuffer.allocateDirect(GATHERED);
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private int gathered;
    private int firstLength;
    private int at;
    private int synced;

    private SegmentFile(Path file, long start, FileChannel channel, int length, int at) {
        this.file = file;
        this.start = start;
        this.channel = channel;
        this.length = length;
        this.at = at;
        this.synced = at;
    }

    /** A new segment. Its file is sparse: the disk gives blocks as they are written. */
    static SegmentFile create(Path folder, long start, int length, long firstPosition) throws IOException {
        Path file = folder.resolve(OutcomeSegment.fileName(start));
        Files.deleteIfExists(file);
        var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            var segment = new SegmentFile(file, start, channel, length, OutcomeSegment.HEADER_LENGTH);
            segment.begin(firstPosition);
            return segment;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** A segment that was begun before, to be continued at an offset of the whole log. */
    static SegmentFile open(Path file, long offset) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        long start = OutcomeSegment.startOf(file.getFileName().toString());
        return new SegmentFile(file, start, channel, (int) channel.size(), (int) (offset - start));
    }

    Path file() {
        return file;
    }

    long end() {
        return start + length;
    }

    /** Adds a frame behind the last one; it is not written before {@link #flush}, or until there is no more room. */
    void add(long position, DirectBuffer payload, int from, int payloadLength, OutcomeSegment.Checksum checksum)
            throws IOException {
        int frameLength = OutcomeSegment.frameLength(payloadLength);
        makeRoom(frameLength);
        buffer.setMemory(gathered, frameLength, (byte) 0);
        OutcomeSegment.writeFrame(buffer, gathered, position, checksum.of(position, payload, from, payloadLength));
        buffer.putBytes(gathered + OutcomeSegment.FRAME_HEADER_LENGTH, payload, from, payloadLength);
        if (gathered == 0) {
            firstLength = payloadLength;
        } else {
            OutcomeSegment.publish(buffer, gathered, payloadLength);
        }
        gathered += frameLength;
    }

    /** Writes what was gathered, and shows it to readers. */
    void flush() throws IOException {
        if (gathered > 0) {
            write(0, gathered, at);
            OutcomeSegment.publish(buffer, 0, firstLength);
            write(0, Integer.BYTES, at);
            at += gathered;
            gathered = 0;
        }
    }

    /** Syncs what was written, if that is more than so many bytes since the last time. */
    void syncIfMore(int than) throws IOException {
        if (at - synced > than) {
            channel.force(false);
            synced = at;
        }
    }

    /** Nothing more comes into this segment. */
    void complete() throws IOException {
        flush();
        if (at + OutcomeSegment.FRAME_HEADER_LENGTH <= length) {
            OutcomeSegment.publish(buffer, 0, OutcomeSegment.END_OF_SEGMENT);
            write(0, Integer.BYTES, at);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        BufferUtil.free(bytes);
    }

    private void begin(long firstPosition) throws IOException {
        buffer.setMemory(0, OutcomeSegment.HEADER_LENGTH, (byte) 0);
        OutcomeSegment.writeHeader(buffer, start, length, firstPosition);
        channel.write(ByteBuffer.allocate(1), length - 1L);
        // The magic comes last: with it the header counts.
        write(Long.BYTES, OutcomeSegment.HEADER_LENGTH - Long.BYTES, Long.BYTES);
        write(0, Long.BYTES, 0);
    }

    private void makeRoom(int frameLength) throws IOException {
        if (gathered + frameLength > bytes.capacity()) {
            flush();
        }
        if (frameLength > bytes.capacity()) {
            BufferUtil.free(bytes);
            bytes = ByteBuffer.allocateDirect(frameLength);
            buffer.wrap(bytes);
        }
    }

    private void write(int from, int count, long to) throws IOException {
        ByteBuffer piece = bytes.duplicate().clear().limit(from + count).position(from);
        while (piece.hasRemaining()) {
            channel.write(piece, to + piece.position() - from);
        }
    }
}
