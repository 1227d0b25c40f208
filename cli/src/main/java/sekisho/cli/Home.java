package sekisho.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a verb works in: the one that was named, which stays, or a temporary one, which goes.
 *
 * @param temporary whether closing deletes it
 */
record Home(Path folder, boolean temporary) implements AutoCloseable {

    /** Opens the named folder; without a name, a new temporary one. */
    static Home open(@Nullable Path named) throws IOException {
        if (named == null) {
            return new Home(Files.createTempDirectory("sekisho-"), true);
        }
        return new Home(Files.createDirectories(named).toRealPath(), false);
    }

    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary home " + folder + " could not be deleted", e);
        }
    }
}
