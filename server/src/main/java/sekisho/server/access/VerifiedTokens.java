package sekisho.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Tells which client a bearer token is from. A token that was verified is remembered by its SHA-256 hash until it
 * expires: checking a signature takes a hundred times as long as everything else about a request. Any thread.
 */
final class VerifiedTokens {
    private static final int MOST_REMEMBERED = 20_000;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final TokenVerifier verifier;
    private final Clients clients;
    private final InstantSource clock;
    private final Cache<Hash, Known> known = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(LONGEST)
            .build();
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    VerifiedTokens(TokenVerifier verifier, Clients clients, InstantSource clock) {
        this.verifier = verifier;
        this.clients = clients;
        this.clock = clock;
    }

    /** The first 128 bits of a token's hash. */
    private record Hash(long high, long low) {}

    /** A verified token and what follows from it, as long as its client stays the same. */
    private record Known(TokenVerifier.Verified token, Client client, ClientAuthentication authentication) {}

    /** One for each client, whichever token it shows; new when its rate changes. */
    private record Bucket(int perSecond, RateBucket bucket) {}

    /**
     * Who sent this token.
     *
     * @throws InvalidBearerTokenException if it is not to be believed, or its client is not
     */
    ClientAuthentication authenticate(String token) {
        Hash hash = hash(token);
        Known remembered = known.getIfPresent(hash);
        TokenVerifier.Verified verified = remembered == null ? verifier.verify(token) : remembered.token();
        if (verified == null) {
            throw new InvalidBearerTokenException("The token is not accepted");
        }
        if (verified.expiresAt() <= clock.millis()) {
            known.invalidate(hash);
            throw new InvalidBearerTokenException("The token has expired");
        }
        Client client = clients.find(verified.clientId());
        if (client == null || !client.enabled()) {
            throw new InvalidBearerTokenException("The client is unknown or disabled");
        }
        if (remembered != null && isSame(remembered.client(), client)) {
            return remembered.authentication();
        }
        var authentication = new ClientAuthentication(
                new ApiClient(client.number(), client.clientId(), both(verified.scopes(), client.scopes())),
                bucket(client));
        known.put(hash, new Known(verified, client, authentication));
        return authentication;
    }

    @SuppressWarnings(
            "ReferenceEquality") // a client that has not changed stays the same object, and this is asked often
    private static boolean isSame(Client before, Client now) {
        return before == now;
    }

    private RateBucket bucket(Client client) {
        return buckets.compute(
                        client.clientId(),
                        (_, before) -> same(before, client)
                                ? before
                                : new Bucket(
                                        client.requestsPerSecond(),
                                        new RateBucket(client.requestsPerSecond(), System.nanoTime())))
                .bucket();
    }

    private static boolean same(@Nullable Bucket bucket, Client client) {
        return bucket != null && bucket.perSecond() == client.requestsPerSecond();
    }

    private static Set<Scope> both(Set<Scope> some, Set<Scope> others) {
        var both = EnumSet.noneOf(Scope.class);
        both.addAll(some);
        both.retainAll(others);
        return both;
    }

    private static Hash hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.ISO_8859_1));
            return new Hash(number(digest, 0), number(digest, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + 8; i++) {
            number = number << 8 | (bytes[i] & 0xFF);
        }
        return number;
    }
}
