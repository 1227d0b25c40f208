package sekisho.server.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for this machine, unpacked from the class path into a folder, once for each version of them.
 *
 * @param folder with {@code bin}, {@code lib} and {@code share}
 */
record Programs(Path folder) {
    private static final int OWNER_MAY_RUN = 0100;

    /**
     * Unpacks the programs unless they are there.
     *
     * @param below where; a folder for each version is made in it
     * @throws DatabaseUnusable if there are none for this machine
     */
    static Programs in(Path below) throws IOException {
        String resource = resource();
        ClassLoader loader = Programs.class.getClassLoader();
        var url = loader.getResource(resource);
        if (url == null) {
            throw new DatabaseUnusable("no embedded PostgreSQL for this machine (" + resource
                    + "); set sekisho.database.url, user and password of an ordinary one");
        }
        var connection = url.openConnection();
        connection.setUseCaches(false);
        // Another build of them has another length: the version is not in the resource's name.
        String name =
                resource.substring(0, resource.length() - ".txz".length()) + "-" + connection.getContentLengthLong();
        Path folder = below.resolve(name);
        if (!Files.isDirectory(folder)) {
            unpackOnce(connection, below, folder);
        }
        return new Programs(folder);
    }

    /** One at a time, whichever process it is: servers of several homes may begin together. */
    private static synchronized void unpackOnce(URLConnection connection, Path below, Path folder) throws IOException {
        try (var file = FileChannel.open(
                        below.resolve("unpacking"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = file.lock()) {
            if (Files.isDirectory(folder)) {
                return;
            }
            Path unfinished = folder.resolveSibling(folder.getFileName() + ".tmp");
            delete(unfinished);
            Files.createDirectories(unfinished);
            try (var packed = connection.getInputStream()) {
                unpack(packed, unfinished);
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static String resource() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return "postgres-" + (system.startsWith("mac") ? "darwin" : system) + "-"
                + switch (machine) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> machine;
                }
                + ".txz";
    }

    private static void unpack(InputStream packed, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException("the packed programs hold a file outside their folder: " + entry.getName());
                }
                unpack(tar, entry, file);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(parent(file));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isFile() && !entry.isLink()) {
            Files.copy(tar, file);
            if ((entry.getMode() & OWNER_MAY_RUN) != 0) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        } else {
            throw new IOException("the packed programs hold something that is no file: " + entry.getName());
        }
    }

    private static Path parent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IOException("a file without a folder: " + file);
        }
        return parent;
    }

    /** Deletes a folder with everything in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
