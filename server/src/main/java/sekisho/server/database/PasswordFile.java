package sekisho.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import sekisho.wire.home.SafeFiles;

/**
 * The file with the embedded database's password: 256 random bits, made once, readable by its owner alone.
 *
 * @param path of the file
 */
record PasswordFile(Path path) {
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * The password.
     *
     * @throws DatabaseUnusable if others may read the file, or it is empty
     */
    String read() throws IOException {
        var open = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        open.removeAll(OWNER_ONLY);
        if (!open.isEmpty()) {
            throw new DatabaseUnusable("others may read the database's password; run: chmod 600 " + path);
        }
        String password = Files.readString(path).strip();
        if (password.isEmpty()) {
            throw new DatabaseUnusable("the database's password file " + path + " is empty; restore it from a backup");
        }
        return password;
    }

    /** Makes a password and writes it down. */
    String make() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.exists(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNERS_FOLDER));
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        // The text goes to this file first, which gets its name when all of it is on the disk.
        Path unfinished = path.resolveSibling(path.getFileName() + ".tmp");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        SafeFiles.write(path, password + "\n");
        return password;
    }
}
