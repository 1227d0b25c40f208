package sekisho.node.outcomes;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import sekisho.wire.home.OutcomeSegment;

/** One segment file that was recorded before, mapped to be compared with. Owner: the thread of its log. */
final class Segment {
    private final Path file;
    private final long start;
    private final MappedByteBuffer mapped;
    private final UnsafeBuffer buffer;

    private Segment(Path file, long start, MappedByteBuffer mapped) {
        this.file = file;
        this.start = start;
        this.mapped = mapped;
        this.buffer = new UnsafeBuffer(mapped);
    }

    static Segment open(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new Segment(
                    file,
                    OutcomeSegment.startOf(file.getFileName().toString()),
                    channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size()));
        }
    }

    Path file() {
        return file;
    }

    long start() {
        return start;
    }

    long end() {
        return start + buffer.capacity();
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    int index(long offset) {
        return (int) (offset - start);
    }

    boolean hasHeader() {
        return OutcomeSegment.hasHeader(buffer, start);
    }

    /** Clears what lies behind an index, word by word and only where something is: untouched pages stay holes. */
    void clearFrom(int index) {
        for (int i = index; i < buffer.capacity(); i += Long.BYTES) {
            if (buffer.getLong(i) != 0) {
                buffer.putLong(i, 0);
            }
        }
    }

    void close() {
        BufferUtil.free(mapped);
    }
}
