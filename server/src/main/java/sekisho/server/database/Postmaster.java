package sekisho.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A server that PostgreSQL's own file {@code postmaster.pid} in a data folder tells of.
 *
 * @param pid its process
 * @param port on loopback
 */
record Postmaster(long pid, int port) {
    private static final String FILE = "postmaster.pid";
    private static final int PORT_LINE = 3;

    /** What the file says; empty: there is none, or it is not whole. */
    static Optional<Postmaster> read(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() <= PORT_LINE
                || !lines.getFirst().strip().matches("\\d{1,18}")
                || !lines.get(PORT_LINE).strip().matches("\\d{1,5}")) {
            return Optional.empty();
        }
        return Optional.of(new Postmaster(
                Long.parseLong(lines.getFirst().strip()),
                Integer.parseInt(lines.get(PORT_LINE).strip())));
    }

    /** Deletes the file: its process is somebody else's now. */
    static void forget(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(FILE));
    }

    boolean alive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Whether its process is PostgreSQL on this data folder, and not another that got the number later. */
    boolean serves(Path data) throws IOException {
        Path line = Path.of("/proc", Long.toString(pid), "cmdline");
        List<String> words = Files.exists(line)
                ? List.of(Files.readString(line, StandardCharsets.UTF_8).split("\0", -1))
                : ProcessHandle.of(pid)
                        .flatMap(process -> process.info().arguments())
                        .map(List::of)
                        .orElse(List.of());
        return words.contains(data.toString());
    }
}
