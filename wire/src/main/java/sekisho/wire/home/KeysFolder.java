package sekisho.wire.home;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The folder with the secrets of a home. It lies outside the home, so that a copy of the home opens nothing, and only its
 * owner may enter it.
 */
public final class KeysFolder {
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

    private KeysFolder() {}

    /**
     * Makes the folder if need be, moves what earlier versions kept in the home, and looks whether it is safe.
     *
     * @param keys the folder
     * @param home which the folder belongs to
     * @return the folder's real path
     * @throws KeysUnsafe if it lies inside the home, others may enter it or read a file in it, or it is no folder
     */
    public static Path open(Path keys, Path home) throws IOException {
        // Before it is made: a refused folder must not be left behind.
        requireOutside(realParent(keys), home);
        if (!Files.exists(keys)) {
            Files.createDirectories(keys.toAbsolutePath(), PosixFilePermissions.asFileAttribute(OWNERS));
        }
        if (!Files.isDirectory(keys)) {
            throw new KeysUnsafe(keys, "is no folder. Name another with --keys.");
        }
        Path real = keys.toRealPath();
        requireOutside(real, home);
        requirePrivate(real, "others may enter it. Run: chmod 700 ");
        moveIn(new HomeLayout(home).formerKeys(), real);
        for (Path file : files(real).stream().filter(Files::isRegularFile).toList()) {
            requirePrivate(file, "others may read it. Its secrets may be known: make new ones, or run: chmod 600 ");
        }
        return real;
    }

    /** Whether nothing is in the folder, or it is not there. */
    public static boolean isEmpty(Path keys) throws IOException {
        return !Files.isDirectory(keys) || files(keys).isEmpty();
    }

    private static void requireOutside(Path real, Path home) throws IOException {
        Path realHome =
                Files.exists(home) ? home.toRealPath() : home.toAbsolutePath().normalize();
        if (real.startsWith(realHome)) {
            throw new KeysUnsafe(
                    real,
                    "lies inside the home " + realHome + ": a copy of the home would carry its secrets. "
                            + "Name a folder outside with --keys.");
        }
    }

    /** The real path of a folder that may not be there yet. */
    private static Path realParent(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        Path there = whole;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there == null ? whole : there.toRealPath().resolve(there.relativize(whole));
    }

    private static void requirePrivate(Path path, String otherwise) throws IOException {
        var open = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        open.removeAll(OWNERS);
        if (!open.isEmpty()) {
            throw new KeysUnsafe(path, otherwise + path);
        }
    }

    /** A start that was killed in between finds some files here and some there, or one in both places. */
    private static void moveIn(Path former, Path keys) throws IOException {
        if (!Files.isDirectory(former, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path file : files(former)) {
            Path target = keys.resolve(file.getFileName());
            if (!Files.exists(target)) {
                move(file, target);
            } else if (Files.mismatch(file, target) == -1) {
                Files.delete(file);
            } else {
                throw new KeysUnsafe(
                        file,
                        "was left in the home, and there is another " + target + ". Keep the one that counts, "
                                + "and delete the other.");
            }
        }
        SafeFiles.syncFolder(keys);
        Files.delete(former);
    }

    private static void move(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            SafeFiles.writePrivate(target, Files.readString(file));
            Files.delete(file);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(folder)) {
            all.forEach(files::add);
        }
        return files;
    }

    /** The secrets cannot be kept there: a sentence says why and what to do. */
    public static final class KeysUnsafe extends FileSystemException {
        private static final long serialVersionUID = 1;

        KeysUnsafe(Path path, String why) {
            super(path.toString(), null, why);
        }

        @Override
        public String getMessage() {
            return "the keys: " + getFile() + " " + getReason();
        }
    }
}
