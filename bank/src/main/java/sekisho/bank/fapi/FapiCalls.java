package sekisho.bank.fapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sekisho.bank.outgoing.OutgoingHttp;

/** Carries the library's requests to one bank by the only way out: bounded answers, a deadline for each exchange. */
final class FapiCalls implements AutoCloseable {
    private static final int LONGEST_ANSWER = 256 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(5);
    private static final List<String> READ = List.of("Content-Type", "DPoP-Nonce");

    private final OutgoingHttp http;

    FapiCalls(FapiBank bank) {
        this.http = OutgoingHttp.to(bank.issuer(), bank.reach(), CONNECT);
    }

    /** @throws IOException if no whole answer came in time */
    HTTPResponse post(HTTPRequest request) throws IOException {
        var builder = HttpRequest.newBuilder(request.getURI()).POST(BodyPublishers.ofString(request.getBody(), UTF_8));
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        HttpResponse<byte[]> answer = send(builder.build());
        if (answer.statusCode() >= 500) {
            throw new IOException("the bank answered " + answer.statusCode());
        }
        var response = new HTTPResponse(answer.statusCode());
        for (String name : READ) {
            answer.headers().firstValue(name).ifPresent(value -> response.setHeader(name, value));
        }
        response.setBody(new String(answer.body(), UTF_8));
        return response;
    }

    /** @throws IOException if no whole answer came in time, or another one than 200 */
    String get(URI address) throws IOException {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .build());
        if (answer.statusCode() != 200) {
            throw new IOException("the bank answered " + answer.statusCode() + " when asked what it publishes");
        }
        return new String(answer.body(), UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> coming = http.send(request, LONGEST_ANSWER);
        try {
            return coming.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the bank gave no whole answer", e.getCause());
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new IOException("the bank gave no answer within " + WHOLE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the bank was asked", e);
        }
    }
}
