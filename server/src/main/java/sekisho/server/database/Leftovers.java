package sekisho.server.database;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes of a server whose first process was killed: one that is busy notices it late, and until then no new server
 * can start on its data. They are known by their program and the folder that they work in.
 */
final class Leftovers {
    private static final System.Logger LOG = System.getLogger(Leftovers.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Leftovers() {}

    /** Ends them. Where the system does not tell of other processes' folders, nothing is found. */
    static void end(Programs programs, Path data) throws IOException {
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> isOf(process, programs, data))
                .toList();
        if (left.isEmpty()) {
            return;
        }
        LOG.log(Level.WARNING, "ending {0} processes of a database server that was killed", left.size());
        left.forEach(ProcessHandle::destroy);
        if (!ended(left)) {
            left.forEach(ProcessHandle::destroyForcibly);
            if (!ended(left)) {
                throw new DatabaseUnusable("processes of a killed database server do not end; stop them by hand: "
                        + left.stream().map(ProcessHandle::pid).toList());
            }
        }
    }

    private static boolean isOf(ProcessHandle process, Programs programs, Path data) {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.isSameFile(folder.resolve("cwd"), data)
                    && Files.isSameFile(folder.resolve("exe"), programs.program("postgres"));
        } catch (IOException gone) {
            // It has ended, or belongs to somebody else.
            return false;
        }
    }

    private static boolean ended(List<ProcessHandle> left) throws IOException {
        var all =
                CompletableFuture.allOf(left.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            all.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a database server ended", e);
        }
    }
}
