package sekisho.server.notice;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sekisho.bank.outgoing.OutgoingHttp;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands text messages over to an HTTP gateway: one POST each, {@code {"to": "+8190…", "text": "…", "from": "…"}}, with the letter's id
 * as {@code Idempotency-Key}. 2xx is taken; 400, 404, 410 and 422 are refusals of the message; everything else is tried again. Any
 * thread.
 */
final class TextCarrier implements Carrier, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 16 * 1024;

    private final TextSettings settings;
    private final OutgoingHttp http;
    private final JsonMapper json = JsonMapper.builder().build();

    TextCarrier(TextSettings settings) {
        this.settings = settings;
        this.http = OutgoingHttp.to(settings.address(), settings.reach(), CONNECT);
    }

    @Override
    public String channel() {
        return Letter.TEXT;
    }

    @Override
    public Carried carry(Letter letter, String address) {
        try {
            HttpResponse<byte[]> answer =
                    http.send(request(letter, address), MOST_BYTES).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return carried(answer.statusCode());
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            return new Carried.NotNow(cause.getClass().getSimpleName());
        } catch (TimeoutException late) {
            return new Carried.NotNow("no answer in time");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Carried.NotNow("stopping");
        }
    }

    private static Carried carried(int status) {
        return switch (status / 100) {
            case 2 -> new Carried.Taken();
            case 4 ->
                switch (status) {
                    case 400, 404, 410, 422 -> new Carried.Never(Integer.toString(status));
                    default -> new Carried.NotNow(Integer.toString(status));
                };
            default -> new Carried.NotNow(Integer.toString(status));
        };
    }

    private HttpRequest request(Letter letter, String address) {
        var body = json.createObjectNode().put("to", address).put("text", letter.body());
        if (!settings.sender().isEmpty()) {
            body.put("from", settings.sender());
        }
        return HttpRequest.newBuilder(settings.address())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + settings.token())
                .header("Idempotency-Key", letter.id().toString())
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
    }

    @Override
    public void close() {
        http.close();
    }
}
