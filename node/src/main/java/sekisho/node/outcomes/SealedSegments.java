package sekisho.node.outcomes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;
import sekisho.wire.home.OutcomeSegment;
import sekisho.wire.home.SafeFiles;

/** Files that will not change any more, each with a file beside it that holds its CRC32C in hex. */
public final class SealedSegments {
    private SealedSegments() {}

    /** Seals a file that is complete and synced. */
    public static void seal(Path file) throws IOException {
        SafeFiles.write(checksumFile(file), checksum(file) + "\n");
    }

    /** Whether a file is sealed. */
    public static boolean isSealed(Path file) {
        return Files.exists(checksumFile(file));
    }

    /** Whether a sealed file still has the contents that were sealed. */
    public static boolean isIntact(Path file) throws IOException {
        return isSealed(file) && Files.readString(checksumFile(file)).strip().equals(checksum(file));
    }

    /** The segments of an outcome log, sealed or not, in their order. */
    public static List<Path> list(Path folder) {
        var segments = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folder, "*" + OutcomeSegment.EXTENSION)) {
            files.forEach(segments::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        segments.sort(null);
        return segments;
    }

    /** Deletes the segments that start behind an offset. */
    static void deleteBehind(Path folder, long start) throws IOException {
        for (Path file : list(folder)) {
            if (OutcomeSegment.startOf(file.getFileName().toString()) > start) {
                Files.deleteIfExists(checksumFile(file));
                Files.delete(file);
            }
        }
    }

    /** Position of the first step in a segment of an outcome log. */
    public static long firstPosition(Path segment) throws IOException {
        try (InputStream in = Files.newInputStream(segment)) {
            return OutcomeSegment.firstPosition(new UnsafeBuffer(in.readNBytes(OutcomeSegment.HEADER_LENGTH)));
        }
    }

    /** The file that holds a sealed file's checksum. */
    public static Path checksumFile(Path file) {
        return file.resolveSibling(file.getFileName() + OutcomeSegment.CHECKSUM_EXTENSION);
    }

    private static String checksum(Path file) throws IOException {
        var crc = new CRC32C();
        byte[] block = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                crc.update(block, 0, read);
            }
        }
        return Long.toHexString(crc.getValue());
    }
}
