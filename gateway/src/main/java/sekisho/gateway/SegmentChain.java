package sekisho.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.TreeMap;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
import sekisho.wire.home.HomeLayout;
import sekisho.wire.home.OutcomeSegment;

/** Finds and maps the segments of a home's outcome log, those in the archive folder too. Owner: one thread. */
final class SegmentChain {
    private final Path current;
    private final Path archived;

    SegmentChain(Path home) {
        var layout = new HomeLayout(home);
        this.current = layout.outcomes();
        this.archived = layout.archive().resolve("outcomes");
    }

    /** One mapped segment. */
    static final class Mapped implements AutoCloseable {
        private final long start;
        private final java.nio.MappedByteBuffer bytes;
        private final UnsafeBuffer buffer;

        private Mapped(long start, java.nio.MappedByteBuffer bytes) {
            this.start = start;
            this.bytes = bytes;
            this.buffer = new UnsafeBuffer(bytes);
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

        @Override
        public void close() {
            BufferUtil.free(bytes);
        }
    }

    /** The segment that holds the first step after a position; null if there is none yet. */
    @Nullable
    Mapped after(long position) {
        Mapped found = null;
        for (long start : starts()) {
            Mapped candidate = open(start);
            if (candidate == null) {
                continue;
            }
            if (found != null && OutcomeSegment.firstPosition(candidate.buffer()) > position) {
                candidate.close();
                break;
            }
            if (found != null) {
                found.close();
            }
            found = candidate;
        }
        return found;
    }

    /** Whether the first segment that is there is the first that ever was; true without any. */
    boolean isWhole() {
        var starts = starts().iterator();
        return !starts.hasNext() || starts.next() == 0;
    }

    /** The segment that starts at an offset; null if it is not there yet. */
    @Nullable
    Mapped open(long start) {
        String name = OutcomeSegment.fileName(start);
        // A segment may be moved to the archive between the two looks.
        for (Path file : new Path[] {current.resolve(name), archived.resolve(name), current.resolve(name)}) {
            Mapped mapped = map(file, start);
            if (mapped != null) {
                return mapped;
            }
        }
        return null;
    }

    private static @Nullable Mapped map(Path file, long start) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() <= OutcomeSegment.HEADER_LENGTH) {
                return null;
            }
            var mapped = new Mapped(start, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            if (OutcomeSegment.hasHeader(mapped.buffer(), start)) {
                return mapped;
            }
            mapped.close();
            return null;
        } catch (NoSuchFileException notHere) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Iterable<Long> starts() {
        var starts = new TreeMap<Long, Path>();
        for (Path folder : new Path[] {archived, current}) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (var files = Files.newDirectoryStream(folder, "*" + OutcomeSegment.EXTENSION)) {
                for (Path file : files) {
                    starts.put(OutcomeSegment.startOf(file.getFileName().toString()), file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return starts.keySet();
    }
}
