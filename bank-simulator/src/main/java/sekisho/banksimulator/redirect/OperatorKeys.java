package sekisho.banksimulator.redirect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Fetches what operators publish, when a key is asked for that is not known, at most every 10 s. Any thread. */
public final class OperatorKeys implements AutoCloseable {
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final InstantSource clock;
    private final Map<URI, Fetched> known = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LONGEST_WAIT)
            .build();

    public OperatorKeys(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The P-256 key with an id in the set at an address; empty if there is none.
     *
     * @throws IOException if the set is not to be had
     */
    Optional<ECKey> key(URI address, String id) throws IOException, InterruptedException {
        Fetched fetched = known.get(address);
        Instant now = clock.instant();
        if (fetched == null
                || (fetched.keys.getKeyByKeyId(id) == null && now.isAfter(fetched.at.plus(BETWEEN_FETCHES)))) {
            fetched = new Fetched(now, fetch(address));
            known.put(address, fetched);
        }
        return fetched.keys.getKeyByKeyId(id) instanceof ECKey key && Curve.P_256.equals(key.getCurve())
                ? Optional.of(key.toPublicJWK())
                : Optional.empty();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** A set and when it was fetched. */
    private record Fetched(Instant at, JWKSet keys) {}

    private JWKSet fetch(URI address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(LONGEST_WAIT).build();
        var answer = client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        if (answer.statusCode() != 200) {
            throw new IOException("the operator answered " + answer.statusCode() + " when asked for its keys");
        }
        try {
            return JWKSet.parse(new String(answer.body(), UTF_8));
        } catch (ParseException e) {
            throw new IOException("what the operator publishes is no JWK set", e);
        }
    }
}
