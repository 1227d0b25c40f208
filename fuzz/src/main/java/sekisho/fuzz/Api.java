package sekisho.fuzz;

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

/** The server over HTTP, one request at a time. Immutable; any thread. */
public final class Api {
    /** The header that names a request. */
    public static final String KEY = "Idempotency-Key";

    /** Longer than a bulk request waits for the projection. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI base;

    /** The server at an address without a slash at the end. */
    public Api(URI base) {
        this.base = base;
    }

    /**
     * A request.
     *
     * @param path with its query
     * @param token null: none
     * @param mediaType of the body
     */
    public record Request(
            String method,
            String path,
            @Nullable String token,
            Map<String, String> headers,
            @Nullable String mediaType,
            @Nullable String body) {

        @Override
        public String toString() {
            String shown = body == null || body.length() <= 600 ? String.valueOf(body) : body.substring(0, 600) + "…";
            return method + " " + path + " " + headers + " " + shown;
        }
    }

    /**
     * Sends it.
     *
     * @throws IOException if there is no whole HTTP response within a minute
     */
    public Response send(Request request) throws IOException, InterruptedException {
        var headers = new LinkedHashMap<String, String>();
        if (request.token() != null) {
            headers.put("Authorization", "Bearer " + request.token());
        }
        if (request.mediaType() != null) {
            headers.put("Content-Type", request.mediaType());
        }
        headers.putAll(request.headers());
        return send(request.method(), request.path(), headers, request.body());
    }

    /** A token that carries all that a client may have. */
    public String token(String client, String secret) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var headers = Map.of("Authorization", "Basic " + basic, "Content-Type", "application/x-www-form-urlencoded");
        Response response = send("POST", "/oauth2/token", headers, "grant_type=client_credentials");
        if (response.status() != 200) {
            throw new IOException("no token: " + response);
        }
        return response.json().path("access_token").asString();
    }

    private Response send(String method, String path, Map<String, String> headers, @Nullable String body)
            throws IOException, InterruptedException {
        var builder = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
        headers.forEach(builder::header);
        builder.method(
                method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return Response.of(CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofString()));
    }
}
