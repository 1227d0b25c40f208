package sekisho.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import sekisho.wire.home.ServerAddress;

/** The start script in a process of its own, in a folder. Closing kills it, and the database's processes. */
final class Script implements AutoCloseable {
    private static final Path SCRIPT = Path.of("../sekisho").toAbsolutePath().normalize();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;
    private final Path home;
    private final Path out;
    private final Path err;

    private Script(Process process, Path home, Path out, Path err) {
        this.process = process;
        this.home = home;
        this.out = out;
        this.err = err;
    }

    /** Starts it with some arguments; the home is {@code var} in the folder, as the script has it by itself. */
    static Script start(Path folder, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", null);
        Path err = Files.createTempFile(folder, "err", null);
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Script(process, folder.resolve("var"), out, err);
    }

    /** Waits until the server is ready; where it listens. */
    URI awaitReady(Duration atMost) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<ServerAddress> server = ServerAddress.read(home);
            if (server.isPresent()
                    && server.get().pid() == process.pid()
                    && isUp(server.get().url())) {
                return server.get().url();
            }
            assertThat(process.isAlive()).as(said()).isTrue();
            assertThat(System.nanoTime() - deadline).as(said()).isNegative();
            Thread.sleep(20);
        }
    }

    /** Waits until the server has said where it listens, which it does when it is ready; health may be elsewhere. */
    URI awaitAddress(Duration atMost) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<ServerAddress> server = ServerAddress.read(home);
            if (server.isPresent() && server.get().pid() == process.pid()) {
                return server.get().url();
            }
            assertThat(process.isAlive()).as(said()).isTrue();
            assertThat(System.nanoTime() - deadline).as(said()).isNegative();
            Thread.sleep(20);
        }
    }

    static boolean isUp(URI url) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    long pid() {
        return process.pid();
    }

    /** Sends it a signal, by its name. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /**
     * Ctrl-C. What a shell starts in the background without job control is deaf to it, and so is all that it starts: a build that
     * runs so can only ask as {@code kill} does.
     */
    void interrupt() throws IOException, InterruptedException {
        signal(isDeafToInterrupts() ? "TERM" : "INT");
    }

    /** Linux says which signals a process has been told to ignore: the second bit from the right is Ctrl-C's. */
    private boolean isDeafToInterrupts() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> line.substring("SigIgn:".length()).strip())
                        .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & 0b10) != 0);
    }

    /** Its exit code. */
    int await(Duration atMost) throws InterruptedException {
        assertThat(process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS))
                .as("it ends within %s", atMost)
                .isTrue();
        return process.exitValue();
    }

    /** What it printed on standard output. */
    String printed() throws IOException {
        return Files.readString(out);
    }

    /** What it said on standard error. */
    String said() throws IOException {
        return Files.readString(err);
    }

    /** Kills it and the database, as {@code kill -9} does. */
    void kill() throws IOException {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process.toHandle()), database()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    private Stream<ProcessHandle> database() throws IOException {
        Path file = home.resolve("database/data/postmaster.pid");
        if (!Files.exists(file)) {
            return Stream.of();
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid).stream().flatMap(first -> Stream.concat(Stream.of(first), first.descendants()));
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            kill();
        }
    }
}
