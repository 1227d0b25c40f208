package sekisho.node;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where a home's media driver keeps its buffers: in memory if the system has such a folder. The name follows from the
 * home alone, so the next start clears what a killed process left there.
 */
final class AeronDirectory {
    private static final Path MEMORY = Path.of("/dev/shm");

    private AeronDirectory() {}

    static String of(Path home) {
        Path folder = Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
        byte[] name = home.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
        return folder.resolve("sekisho-" + UUID.nameUUIDFromBytes(name)).toString();
    }
}
