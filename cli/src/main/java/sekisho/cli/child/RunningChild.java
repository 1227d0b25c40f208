package sekisho.cli.child;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import sekisho.wire.home.HomeLayout;
import sekisho.wire.home.ServerAddress;

/** {@code sekisho run} in a process of its own. Owned by one thread; closing kills it. */
public final class RunningChild implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final long STOP_SECONDS = 90;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Child child;
    private final Path home;
    private final URI url;
    private final double readySeconds;

    private RunningChild(Child child, Path home, URI url, double readySeconds) {
        this.child = child;
        this.home = home;
        this.url = url;
        this.readySeconds = readySeconds;
    }

    /**
     * Starts it, and waits until it says that it is ready.
     *
     * @param err where its standard error goes
     */
    public static RunningChild start(Path home, Path err) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Files.createDirectories(home);
        Child child = Child.start(
                List.of("run", "--home", home.toString(), "--port", "0", "--no-demo", "--log", "warn"), err);
        Optional<URI> url = Optional.empty();
        while (url.isEmpty()) {
            url = ready(home, child);
            if (url.isEmpty()) {
                if (!child.isAlive() || System.nanoTime() - began > READY_WITHIN.toNanos()) {
                    child.kill();
                    throw new IllegalStateException("a server did not become ready; it said: " + Files.readString(err));
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
        return new RunningChild(child, home, url.get(), (System.nanoTime() - began) / 1e9);
    }

    /** Where it listens, without a slash at the end. */
    public URI url() {
        return url;
    }

    /** Client id and secret of its operator. */
    public Properties operator() throws IOException {
        var lines = new Properties();
        try (var reader = Files.newBufferedReader(new HomeLayout(home).keys().resolve("operator.env"))) {
            lines.load(reader);
        }
        return lines;
    }

    /** Seconds from the start of the process until it was ready. */
    public double readySeconds() {
        return readySeconds;
    }

    public boolean isAlive() {
        return child.isAlive();
    }

    /** Kills the process and the database's processes, as {@code kill -9} does. */
    public void kill() throws IOException, InterruptedException {
        List<ProcessHandle> database = databaseProcesses();
        child.kill();
        database.forEach(ProcessHandle::destroyForcibly);
    }

    /** Stops it in order. */
    public void stop() throws InterruptedException {
        child.end();
        int code = child.await(STOP_SECONDS);
        if (code != 0) {
            throw new IllegalStateException("a server ended with exit code " + code);
        }
    }

    @Override
    public void close() {
        child.close();
    }

    private static Optional<URI> ready(Path home, Child child) throws IOException, InterruptedException {
        var server = ServerAddress.read(home);
        if (server.isEmpty() || server.get().pid() != child.pid()) {
            return Optional.empty();
        }
        var request = HttpRequest.newBuilder(URI.create(server.get().url() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            boolean up =
                    CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
            return up ? Optional.of(server.get().url()) : Optional.empty();
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    private List<ProcessHandle> databaseProcesses() throws IOException {
        Path file = home.resolve("database").resolve("data").resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return List.of();
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid).stream()
                .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
                .toList();
    }
}
