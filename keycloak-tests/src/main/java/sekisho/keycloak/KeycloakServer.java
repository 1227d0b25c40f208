package sekisho.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Keycloak as a process of its own, with realms that it imports. That it does not start is a failure, never a skip. */
final class KeycloakServer {
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int LONGEST_TAIL = 4_000;

    private final Process process;
    private final int port;
    private final Path log;

    private KeycloakServer(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static KeycloakServer start(Path home, List<String> realms, List<String> files)
            throws IOException, InterruptedException {
        Path imports = Files.createDirectories(home.resolve("data/import"));
        for (int i = 0; i < realms.size(); i++) {
            Files.writeString(imports.resolve(realms.get(i) + "-realm.json"), files.get(i));
        }
        Path script = home.resolve("bin/kc.sh");
        int port = freePort();
        Path log = home.resolve("keycloak.log");
        var builder = new ProcessBuilder(
                        "bash",
                        script.toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=http://localhost:" + port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx768m");
        var server = new KeycloakServer(builder.start(), port, log);
        for (String realm : realms) {
            server.await(realm);
        }
        return server;
    }

    /** A realm's issuer. */
    URI issuer(String realm) {
        return URI.create("http://localhost:" + port + "/realms/" + realm);
    }

    void stop() throws InterruptedException {
        // The script starts Java as its child.
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            children.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
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
                } catch (ConnectException notYet) {
                    // It opens its port last.
                }
                Thread.sleep(PAUSE);
            }
        }
        stop();
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
