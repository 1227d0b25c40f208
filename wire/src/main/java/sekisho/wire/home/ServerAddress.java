package sekisho.wire.home;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the server of a home can be reached, written when it is ready and deleted when it stops in order.
 *
 * @param url without a slash at its end
 * @param pid the server's process
 */
public record ServerAddress(URI url, long pid) {

    /** Writes the address into a home, where {@link #read} finds it. */
    public void write(Path home) throws IOException {
        SafeFiles.write(new HomeLayout(home).server(), "url=" + url + "\npid=" + pid + "\n");
    }

    /** Deletes the address in a home. */
    public static void forget(Path home) throws IOException {
        Files.deleteIfExists(new HomeLayout(home).server());
    }

    /**
     * The address in a home, if the process that wrote it still lives. Whether it still is a server, and this home's, tells
     * only who holds the home.
     */
    public static Optional<ServerAddress> read(Path home) throws IOException {
        Path file = new HomeLayout(home).server();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = new Properties();
        lines.load(new StringReader(Files.readString(file)));
        String url = lines.getProperty("url");
        String pid = lines.getProperty("pid");
        if (url == null || pid == null) {
            throw new IOException("a server's address lacks a line: " + file);
        }
        var address = new ServerAddress(URI.create(url), Long.parseLong(pid));
        return ProcessHandle.of(address.pid()).map(ProcessHandle::isAlive).orElse(false)
                ? Optional.of(address)
                : Optional.empty();
    }
}
