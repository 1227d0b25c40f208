package sekisho.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keycloak as a process of its own on a free port of this machine, with a database in memory and realms that it imports. That
 * it does not start is a failure, never a skip. It ends with {@link #close}, and with this process at the latest.
 */
final class KeycloakServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int LONGEST_TAIL = 4_000;
    /** For a process that lives for a minute: small, and compiled once rather than well. */
    private static final String JAVA_OPTIONS = "-Xms192m -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
            + " -Dfile.encoding=UTF-8 -Djava.security.egd=file:/dev/urandom";

    private final Process process;
    private final int port;
    private final Path log;
    private final Thread atExit = new Thread(this::end);

    private KeycloakServer(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts it and waits until every realm answers.
     *
     * @param home where it was unpacked: what it writes is written there, beside everything else that the build makes
     * @param realms the files to import, by the realms' names
     */
    static KeycloakServer start(Path home, Map<String, String> realms) throws IOException, InterruptedException {
        Path imports = Files.createDirectories(home.resolve("data/import"));
        try (var former = Files.newDirectoryStream(imports)) {
            for (Path file : former) {
                Files.delete(file);
            }
        }
        for (var realm : realms.entrySet()) {
            Files.writeString(imports.resolve(realm.getKey() + "-realm.json"), realm.getValue());
        }
        int port = freePort();
        Path log = home.resolve("keycloak.log");
        var builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=http://localhost:" + port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", JAVA_OPTIONS);
        var server = new KeycloakServer(builder.start(), port, log);
        try {
            for (String realm : realms.keySet()) {
                server.await(realm);
            }
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** A realm's issuer. */
    URI issuer(String realm) {
        return URI.create("http://localhost:" + port + "/realms/" + realm);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        end();
    }

    /** The script may have started Java as its child, or have become it. */
    private void end() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private void await(String realm) throws IOException, InterruptedException {
        URI page = URI.create(issuer(realm) + "/.well-known/openid-configuration");
        Instant end = Instant.now().plus(START);
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (Instant.now().isBefore(end)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("Keycloak ended before it was there:\n" + tail());
                }
                try {
                    var request = HttpRequest.newBuilder(page)
                            .timeout(Duration.ofSeconds(20))
                            .build();
                    if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (ConnectException | HttpTimeoutException notYet) {
                    // It opens its port last, and is slow at first.
                }
                Thread.sleep(PAUSE);
            }
        }
        throw new IllegalStateException("Keycloak was not there after " + START + ":\n" + tail());
    }

    private String tail() throws IOException {
        String text = Files.readString(log, UTF_8);
        return text.substring(Math.max(0, text.length() - LONGEST_TAIL));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
