package sekisho.server.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sekisho.gateway.RequestIds;
import sekisho.protocol.RequestId;
import sekisho.server.api.ApiHeaders;
import sekisho.server.json.Forms;

/** Calls a server as one client. Immutable; any thread. */
public final class Caller {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final RequestIds IDS = new RequestIds(System::currentTimeMillis);

    private final URI base;
    private final @Nullable String token;

    Caller(URI base, @Nullable String token) {
        this.base = base;
        this.token = token;
    }

    /** A new request id. */
    public static String newKey() {
        return text(IDS.next());
    }

    /** A request id from a time (ms). */
    public static String keyFrom(long millis) {
        RequestId now = IDS.next();
        return text(RequestId.of(millis, (int) now.high(), now.low()));
    }

    private static String text(RequestId id) {
        return Forms.REQUEST.write().apply(id);
    }

    public URI base() {
        return base;
    }

    public @Nullable String token() {
        return token;
    }

    /** The same server with another token. */
    public Caller withToken(@Nullable String other) {
        return new Caller(base, other);
    }

    public Reply get(String path) {
        return send(request("GET", path, null, Map.of()));
    }

    /** Changes something, with a new key. */
    public Reply post(String path, String json) {
        return post(path, json, newKey());
    }

    public Reply post(String path, String json, String key) {
        return send("POST", path, json, Map.of(ApiHeaders.KEY, key));
    }

    public Reply put(String path, String json) {
        return send("PUT", path, json, Map.of(ApiHeaders.KEY, newKey()));
    }

    /** A JSON request with header fields. */
    public Reply send(String method, String path, @Nullable String json, Map<String, String> headers) {
        var all = new LinkedHashMap<String, String>();
        if (json != null) {
            all.put("Content-Type", "application/json");
        }
        all.putAll(headers);
        return send(request(method, path, json, all));
    }

    /** A bulk request. */
    public Reply bulk(String query, String lines) {
        return send(request("POST", "/v1/bulk" + query, lines, Map.of("Content-Type", "application/x-ndjson")));
    }

    /** A token for a client with a secret; the response of the token end point. */
    public Reply token(String clientId, String secret, String form) {
        String basic = Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(uri("/oauth2/token"))
                .timeout(TIMEOUT)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    public HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(uri(path)).timeout(TIMEOUT);
        return token == null ? builder : builder.header("Authorization", "Bearer " + token);
    }

    public Reply send(HttpRequest request) {
        try {
            return new Reply(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpRequest request(String method, String path, @Nullable String body, Map<String, String> headers) {
        var builder = request(path);
        headers.forEach(builder::header);
        return builder.method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private URI uri(String path) {
        return URI.create(base + path);
    }
}
