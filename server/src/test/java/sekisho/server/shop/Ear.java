package sekisho.server.shop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;

/** Listens to a page's stream until something changes. */
final class Ear implements AutoCloseable {
    private final HttpClient client;
    private final CompletableFuture<Boolean> heard = new CompletableFuture<>();

    private Ear(HttpClient client) {
        this.client = client;
    }

    static Ear at(RunningServer running, Person person, String path) throws IOException, InterruptedException {
        var ear = new Ear(HttpClient.newHttpClient());
        var request = HttpRequest.newBuilder(URI.create(running.server().baseUrl() + path))
                .header("Cookie", "sekisho-session=" + person.web().cookie("sekisho-session"))
                .build();
        var stream = ear.client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        Thread.startVirtualThread(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.equals("event:changed")) {
                        ear.heard.complete(true);
                    }
                }
            } catch (IOException closed) {
                ear.heard.completeExceptionally(closed);
            }
        });
        return ear;
    }

    void await() throws Exception {
        heard.get(5, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
