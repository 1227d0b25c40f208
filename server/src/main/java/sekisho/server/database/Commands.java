package sekisho.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs, which refuse to run as root: then they run in a user namespace of their own. */
final class Commands {
    private final Programs programs;
    private final Path output;

    /**
     * For these programs.
     *
     * @param output file for what they print
     */
    Commands(Programs programs, Path output) {
        this.programs = programs;
        this.output = output;
    }

    /** How a program ended, and what it printed. */
    record Result(int code, String printed) {
        boolean good() {
            return code == 0;
        }
    }

    /** Runs a program to its end. */
    Result run(Duration atMost, String program, String... arguments) throws IOException {
        var words = new ArrayList<String>();
        if (isRoot()) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(programs.program(program).toString());
        words.addAll(List.of(arguments));
        // A file and no pipe: the server that pg_ctl starts would keep a pipe open.
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Result(-1, program + " did not end within " + atMost);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + program + " ran", e);
        }
        return new Result(
                process.exitValue(),
                Files.readString(output, StandardCharsets.UTF_8).strip());
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    }
}
