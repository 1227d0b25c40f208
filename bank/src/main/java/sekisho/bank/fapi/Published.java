package sekisho.bank.fapi;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a bank publishes of itself, fetched when it is needed and kept for ten minutes. Any thread.
 *
 * <p>Every end point has to be at the bank's own scheme, host and port: what is read there never sends us elsewhere.
 */
final class Published {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(10);
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    private final FapiBank bank;
    private final FapiCalls calls;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Page page;

    Published(FapiBank bank, FapiCalls calls, InstantSource clock) {
        this.bank = bank;
        this.calls = calls;
        this.clock = clock;
    }

    /** A bank's end points. */
    record EndPoints(URI authorisation, URI pushed, URI token, URI keys) {}

    /** What became of reading it. */
    sealed interface Page {
        record Read(EndPoints endPoints, JWKSet keys, Instant fetched) implements Page {}

        record Refused(FapiRefusal reason) implements Page {}
    }

    /** @throws IOException if there is no whole answer */
    Page page() throws IOException {
        return page("");
    }

    /**
     * What it publishes. If the kept keys have none with an id, they are fetched again, at most every 10 s.
     *
     * @param keyId empty if any will do
     * @throws IOException if there is no whole answer
     */
    Page page(String keyId) throws IOException {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (page instanceof Page.Read read && !now.isAfter(read.fetched().plus(KEPT))) {
                boolean lacking = !keyId.isEmpty() && read.keys().getKeyByKeyId(keyId) == null;
                if (!lacking || !now.isAfter(read.fetched().plus(BETWEEN_FETCHES))) {
                    return read;
                }
            }
            Page fetched = fetch(now);
            page = fetched;
            return fetched;
        } finally {
            lock.unlock();
        }
    }

    private Page fetch(Instant now) throws IOException {
        AuthorizationServerMetadata metadata;
        try {
            metadata = AuthorizationServerMetadata.parse(calls.get(URI.create(bank.issuer() + WELL_KNOWN)));
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            return new Page.Refused(FapiRefusal.NOT_METADATA);
        }
        if (!metadata.getIssuer().getValue().equals(bank.issuer().toString())) {
            return new Page.Refused(FapiRefusal.METADATA_OF_ANOTHER_ISSUER);
        }
        @Nullable URI authorisation = metadata.getAuthorizationEndpointURI();
        @Nullable URI pushed = metadata.getPushedAuthorizationRequestEndpointURI();
        @Nullable URI token = metadata.getTokenEndpointURI();
        @Nullable URI keys = metadata.getJWKSetURI();
        if (authorisation == null || pushed == null || token == null || keys == null) {
            return new Page.Refused(FapiRefusal.NOT_METADATA);
        }
        var endPoints = new EndPoints(authorisation, pushed, token, keys);
        if (!here(authorisation) || !here(pushed) || !here(token) || !here(keys)) {
            return new Page.Refused(FapiRefusal.ENDPOINT_ELSEWHERE);
        }
        try {
            return new Page.Read(endPoints, JWKSet.parse(calls.get(keys)).toPublicJWKSet(), now);
        } catch (java.text.ParseException e) {
            return new Page.Refused(FapiRefusal.NOT_METADATA);
        }
    }

    private boolean here(URI address) {
        return Objects.equals(address.getScheme(), bank.issuer().getScheme())
                && Objects.equals(address.getRawAuthority(), bank.issuer().getRawAuthority())
                && address.getRawFragment() == null;
    }
}
