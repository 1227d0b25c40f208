package sekisho.server.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.ClientId;

/**
 * A program that may use the API.
 *
 * @param number with the engine, for life
 * @param clientId its name with OAuth
 * @param name for people
 * @param scopes what it may be given
 * @param secretHash null: it has no secret
 * @param keys its public keys as a JWK set (RFC 7517), to sign assertions with; null: it has none
 * @param requestsPerSecond how often it may ask in the long run
 * @param enabled false: it is given no tokens, and those it has are refused
 */
public record Client(
        ClientId number,
        String clientId,
        String name,
        Set<Scope> scopes,
        @Nullable String secretHash,
        @Nullable String keys,
        int requestsPerSecond,
        boolean enabled,
        Instant createdAt) {

    /** The most requests a second that a client can be allowed. */
    public static final int MOST_REQUESTS_PER_SECOND = 1_000_000;

    public Client {
        scopes = Set.copyOf(scopes);
    }
}
