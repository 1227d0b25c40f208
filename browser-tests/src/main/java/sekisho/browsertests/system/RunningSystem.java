package sekisho.browsertests.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import sekisho.wire.home.HomeLayout;
import sekisho.wire.home.ServerAddress;

/**
 * {@code ./sekisho run} in a process of its own, in a temporary home. Closing stops it in order, and kills what does not stop:
 * this process and its database, by their ids.
 */
public final class RunningSystem implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final String READY = "Sekisho is ready.";

    private final Process process;
    private final Path folder;
    private final Thread atExit;
    private final ServerAddress address;

    private RunningSystem(Process process, Path folder, ServerAddress address, Thread atExit) {
        this.process = process;
        this.folder = folder;
        this.address = address;
        this.atExit = atExit;
    }

    /** Starts one and waits until it is ready. */
    public static RunningSystem start() {
        try {
            Path folder = Files.createTempDirectory("sekisho-browser");
            Process process = new ProcessBuilder(
                            script().toString(), "run", "--home", home(folder).toString(), "--port", "0")
                    .directory(folder.toFile())
                    .redirectOutput(out(folder).toFile())
                    .redirectError(err(folder).toFile())
                    .start();
            // Whoever ends this process in the middle must not find a server and a database left behind.
            var atExit = new Thread(() -> kill(process, folder), "end of the system");
            Runtime.getRuntime().addShutdownHook(atExit);
            return new RunningSystem(process, folder, awaitReady(process, folder), atExit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a site is, without a slash at its end. */
    public URI url(Site site) {
        return switch (site) {
            case WALLET -> address.url();
            case CONSOLE ->
                URI.create("http://console.localhost:" + address.url().getPort());
            case BANK -> banks();
        };
    }

    /** What it printed on standard output: where to look, and what to try. */
    public String printed() {
        return read(out(folder));
    }

    /** What it said on standard error. */
    public String said() {
        return read(err(folder));
    }

    /** The folder with its state and its keys. */
    public Path home() {
        return home(folder);
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(STOPPED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("it did not stop within " + STOPPED_WITHIN + ": " + said());
            }
            Runtime.getRuntime().removeShutdownHook(atExit);
            delete(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            kill(process, folder);
        }
    }

    /** What lets a program direct the simulated banks. */
    public String directorKey() {
        return ofBanks("DIRECTOR_KEY=");
    }

    private URI banks() {
        // Cookies and passkeys belong to names: the same one everywhere.
        return URI.create("http://localhost:" + URI.create(ofBanks("URL=")).getPort());
    }

    private String ofBanks(String name) {
        return read(new HomeLayout(home()).keys().resolve("banks.env"))
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElseThrow();
    }

    private static ServerAddress awaitReady(Process process, Path folder) throws IOException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (true) {
            Optional<ServerAddress> server = ServerAddress.read(home(folder));
            if (server.isPresent() && read(out(folder)).contains(READY)) {
                return server.get();
            }
            if (!process.isAlive() || System.nanoTime() - deadline > 0) {
                kill(process, folder);
                throw new IllegalStateException("the system is not ready: " + read(err(folder)));
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                kill(process, folder);
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the system started", e);
            }
        }
    }

    private static void kill(Process process, Path folder) {
        if (process.isAlive()) {
            Stream.concat(Stream.of(process.toHandle()), database(folder))
                    .toList()
                    .forEach(ProcessHandle::destroyForcibly);
            process.onExit().join();
        }
    }

    /** The database's processes: a killed server leaves them running. */
    private static Stream<ProcessHandle> database(Path folder) {
        Path file = home(folder).resolve("database/data/postmaster.pid");
        if (!Files.exists(file)) {
            return Stream.of();
        }
        long pid = Long.parseLong(read(file).lines().findFirst().orElseThrow().strip());
        return ProcessHandle.of(pid).stream().flatMap(first -> Stream.concat(Stream.of(first), first.descendants()));
    }

    /** The script says where it stands; tests run in this module's folder. */
    private static Path script() {
        return Path.of(System.getProperty("sekisho.home", ".."))
                .resolve("sekisho")
                .toAbsolutePath()
                .normalize();
    }

    private static Path home(Path folder) {
        return folder.resolve("var");
    }

    private static Path out(Path folder) {
        return folder.resolve("out");
    }

    private static Path err(Path folder) {
        return folder.resolve("err");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For whoever reads a failure: both outputs. */
    public List<Path> outputs() {
        return List.of(out(folder), err(folder));
    }
}
