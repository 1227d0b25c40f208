package sekisho.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sekisho.node.Upkeep;
import sekisho.wire.home.KeysFolder;

/** The folder with everything that a running Sekisho keeps. */
final class HomeFolder {
    /** Less than this and the database cannot be made. */
    private static final long LEAST = 256L << 20;

    private HomeFolder() {}

    /**
     * Makes the folder if need be, and looks whether it can be worked in.
     *
     * @return the folder's real path
     * @throws CannotRun if it cannot
     */
    static Path prepare(Path home) throws CannotRun {
        try {
            Path real = Files.createDirectories(home).toRealPath();
            Files.delete(Files.createTempFile(real, "writable", null));
            return real;
        } catch (IOException | SecurityException e) {
            throw new CannotRun(
                    "the home " + home.toAbsolutePath().normalize()
                            + " cannot be written: use another --home, or give this user the permission.",
                    e);
        }
    }

    /**
     * Makes the folder of the keys if need be, and looks whether it is safe.
     *
     * @throws CannotRun if it is not
     */
    static void prepareKeys(Path keys, Path home) throws CannotRun {
        try {
            KeysFolder.open(keys, home);
        } catch (KeysFolder.KeysUnsafe e) {
            throw new CannotRun(e.getMessage(), e);
        } catch (IOException e) {
            throw new CannotRun("the keys cannot be kept in " + keys + ": " + e.getMessage(), e);
        }
    }

    /**
     * What to say of the free space; null: there is enough.
     *
     * @throws CannotRun if there is not enough to start
     */
    static @Nullable String spaceWarning(Path home) throws CannotRun {
        long free;
        try {
            free = Files.getFileStore(home).getUsableSpace();
        } catch (IOException e) {
            throw new CannotRun("the free space of " + home + " cannot be told: " + e.getMessage(), e);
        }
        if (free < LEAST) {
            throw new CannotRun("only " + megabytes(free) + " MB are free on the disk of " + home + ", and "
                    + megabytes(LEAST) + " are needed to start. Free some, or use another --home.");
        }
        if (free < Upkeep.STANDARD.leastFree()) {
            return "only " + megabytes(free) + " MB are free on the disk of " + home
                    + ": requests that change something are turned away until there are "
                    + megabytes(Upkeep.STANDARD.leastFree()) + ".";
        }
        return null;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d", bytes >> 20);
    }
}
