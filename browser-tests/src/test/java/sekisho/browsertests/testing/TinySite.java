package sekisho.browsertests.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A site on this machine with the pages that a test gives it. */
public final class TinySite implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private volatile String policy = "";

    private record Answer(int status, String type, String text) {}

    public TinySite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        answers.put("/favicon.ico", new Answer(200, "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>"));
    }

    /** Without a slash at its end. By name, because passkeys need one. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A page whose body is this, and which is all right otherwise. */
    public TinySite page(String path, String body) {
        return answer(path, 200, "text/html", """
                <!doctype html>
                <html lang="en">
                <head><meta name="viewport" content="width=device-width"><title>A page</title></head>
                <body><main><h1>A page</h1>%s</main></body>
                </html>
                """.formatted(body));
    }

    /** From now on every answer has this content security policy. */
    public TinySite under(String contentSecurityPolicy) {
        policy = contentSecurityPolicy;
        return this;
    }

    /** Anything else. */
    public TinySite answer(String path, int status, String type, String text) {
        answers.put(path, new Answer(status, type, text));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var answer = answers.getOrDefault(
                exchange.getRequestURI().getPath(), new Answer(404, "text/plain", "there is no such page"));
        byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type() + "; charset=utf-8");
        if (!policy.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
