package sekisho.wire.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far the readers of a home's outcome log have read. A reader that needs every outcome keeps a mark; what lies above
 * the lowest mark is not purged. A reader that is given up for good must have its mark deleted.
 */
public final class ReaderMarks {
    private ReaderMarks() {}

    /**
     * Says that a reader is done with all steps up to a position.
     *
     * @param name the reader's: letters, digits and dashes
     */
    public static void set(Path home, String name, long position) throws IOException {
        if (!name.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("a reader's name is 1 to 64 letters, digits and dashes");
        }
        Path folder = new HomeLayout(home).readers();
        Files.createDirectories(folder);
        SafeFiles.write(folder.resolve(name), position + "\n");
    }

    /** The lowest position that a reader is done with; {@link Long#MAX_VALUE} without readers. */
    public static long lowest(Path home) throws IOException {
        Path folder = new HomeLayout(home).readers();
        if (!Files.isDirectory(folder)) {
            return Long.MAX_VALUE;
        }
        long lowest = Long.MAX_VALUE;
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!file.toString().endsWith(".tmp")) {
                    lowest = Math.min(
                            lowest, Long.parseLong(Files.readString(file).strip()));
                }
            }
        }
        return lowest;
    }
}
