package sekisho.fuzz;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client who may do everything, and whose token is always fresh. Owner: one thread. */
public final class Operator {
    private static final long RENEW_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Api api;
    private final String client;
    private final String secret;
    private final Keys keys;
    private @Nullable String token;
    private long tokenNanos;

    private Operator(Api api, String client, String secret, Keys keys) {
        this.api = api;
        this.client = client;
        this.secret = secret;
        this.keys = keys;
    }

    /** The client of a server at an address; the seed chooses the random bits of its request ids. */
    public static Operator of(URI base, String client, String secret, long seed) {
        return new Operator(new Api(base), client, secret, new Keys(new java.util.SplittableRandom(seed)));
    }

    /** What is sent to the server. */
    Api api() {
        return api;
    }

    /** A token, at most five minutes old. */
    public String token() throws IOException, InterruptedException {
        String known = token;
        if (known == null || System.nanoTime() - tokenNanos > RENEW_NANOS) {
            known = api.token(client, secret);
            token = known;
            tokenNanos = System.nanoTime();
        }
        return known;
    }

    /** Changes something under a new key. */
    Response change(String method, String path, String body) throws IOException, InterruptedException {
        return api.send(new Api.Request(
                method, path, token(), Map.of(Api.KEY, keys.next()), "application/json", body.replace('\'', '"')));
    }

    /**
     * Posts what must be accepted.
     *
     * @throws IOException if it is not
     */
    JsonNode post(String path, String body) throws IOException, InterruptedException {
        Response response = change("POST", path, body);
        if (!response.accepted()) {
            throw new IOException("POST " + path + " " + body + " was not accepted: " + response.body());
        }
        return response.json();
    }
}
