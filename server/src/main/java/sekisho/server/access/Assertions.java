package sekisho.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Checks the assertions with which clients prove that they hold a key (private_key_jwt, RFC 7523): signed by one of the
 * client's keys, by and about the client, for this issuer, short-lived, and used once.
 */
final class Assertions implements JwtDecoderFactory<RegisteredClient> {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 100_000;
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256, JWSAlgorithm.Ed25519);

    private final Clients clients;
    private final List<String> audiences;
    private final InstantSource clock;
    private final Cache<String, Boolean> used = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(LONGEST.multipliedBy(2))
            .build();

    /** Assertions for an issuer and its token end point. */
    Assertions(Clients clients, String issuer, InstantSource clock) {
        this.clients = clients;
        this.audiences = List.of(issuer, issuer + "/oauth2/token");
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient registered) {
        Client client = clients.find(registered.getClientId());
        String keys = client == null ? null : client.keys();
        if (keys == null) {
            throw refused("the client has no keys");
        }
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(parsed(keys))));
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(assertion -> {
            String fault = fault(assertion, registered.getClientId());
            return fault == null
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, fault, null));
        });
        return decoder;
    }

    private @Nullable String fault(Jwt assertion, String clientId) {
        Instant now = clock.instant();
        Instant expiresAt = assertion.getExpiresAt();
        String id = assertion.getId();
        if (!clientId.equals(assertion.getSubject()) || !clientId.equals(assertion.getClaimAsString("iss"))) {
            return "iss and sub have to be the client's id";
        }
        if (assertion.getAudience() == null || assertion.getAudience().stream().noneMatch(audiences::contains)) {
            return "aud has to be the issuer";
        }
        if (expiresAt == null || !expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            return "exp has to lie within the next 5 minutes";
        }
        if (assertion.getNotBefore() != null && assertion.getNotBefore().isAfter(now.plusSeconds(5))) {
            return "nbf lies in the future";
        }
        if (id == null || used.asMap().putIfAbsent(clientId + " " + id, true) != null) {
            return "jti is missing or was used before";
        }
        return null;
    }

    /** What assertions may be signed with. */
    static List<String> algorithms() {
        return ALGORITHMS.stream().map(JWSAlgorithm::getName).sorted().toList();
    }

    private static JWKSet parsed(String keys) {
        try {
            return JWKSet.parse(keys);
        } catch (ParseException e) {
            throw refused("the client's keys are no JWK set");
        }
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, why, null));
    }
}
