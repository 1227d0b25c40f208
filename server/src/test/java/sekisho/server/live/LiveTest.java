package sekisho.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;

@ExtendWith(SharedServer.class)
final class LiveTest {
    private final RunningServer running;

    LiveTest(RunningServer running) {
        this.running = running;
    }

    @Test
    void aBrowserHearsOfAChangeWithinTwoSecondsAndCanReadItThen() throws Exception {
        Person person = Person.customer(running.server());
        var link = person.link();
        var request = HttpRequest.newBuilder(URI.create(running.server().baseUrl() + "/live"))
                .header("Cookie", "sekisho-session=" + person.web().cookie("sekisho-session"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var stream = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
            var heard = new CompletableFuture<Long>();
            Thread.startVirtualThread(() -> {
                try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        if (line.equals("event:changed")
                                && person.web().get("/home/now").html().contains("¥4,321")) {
                            heard.complete(System.nanoTime());
                            return;
                        }
                    }
                } catch (java.io.IOException e) {
                    heard.completeExceptionally(e);
                }
            });
            long began = System.nanoTime();
            person.topUp(link, 4_321);
            long took = heard.get(5, TimeUnit.SECONDS) - began;
            assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(2));
            client.shutdownNow();
        }
    }

    @Test
    void aPageThatListensAfterAChangeHearsOfItIfItWasShownBefore() throws Exception {
        Person person = Person.customer(running.server());
        var link = person.link();
        long shown = System.currentTimeMillis();
        person.topUp(link, 1_234);
        var request = HttpRequest.newBuilder(URI.create(running.server().baseUrl() + "/live?since=" + shown))
                .header("Cookie", "sekisho-session=" + person.web().cookie("sekisho-session"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var stream = client.send(request, HttpResponse.BodyHandlers.ofLines());
            assertThat(stream.body().anyMatch(line -> line.equals("event:changed")))
                    .isTrue();
            client.shutdownNow();
        }
    }

    @Test
    void nobodyElseListens() {
        assertThat(new sekisho.server.testing.WebClient(running.server().baseUrl())
                        .get("/live")
                        .leadsTo())
                .isEqualTo("/sign-in");
    }
}
