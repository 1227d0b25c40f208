package sekisho.server.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks access tokens (RFC 9068): signature by ES256 and nothing else, type {@code at+jwt}, audience, issuer, times.
 * Any thread.
 */
final class TokenVerifier {
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    /** Clocks may differ by so much. */
    private static final int SKEW_SECONDS = 5;

    private static final int LONGEST = 4_096;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    private TokenVerifier(AccessSettings settings, JWKSource<SecurityContext> keys) {
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        var claims = new DefaultJWTClaimsVerifier<SecurityContext>(
                settings.audience(),
                new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                Set.of("exp", "iat", "sub", "client_id", "jti"));
        claims.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
    }

    /** A verifier of this process's own tokens. */
    static TokenVerifier own(AccessSettings settings, JWKSet publicKeys) {
        return new TokenVerifier(settings, new ImmutableJWKSet<>(publicKeys.toPublicJWKSet()));
    }

    /** A verifier of another authorization server's tokens. */
    static TokenVerifier foreign(AccessSettings settings, URI keys) {
        try {
            return new TokenVerifier(
                    settings,
                    JWKSourceBuilder.create(keys.toURL(), new PublishedKeys(keys))
                            .retrying(true)
                            .build());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("the address of the keys is no URL: " + keys, e);
        }
    }

    /**
     * What a token says.
     *
     * @param expiresAt ms; it is not believed any more then
     */
    record Verified(String clientId, Set<Scope> scopes, long expiresAt) {}

    /** What the token says; null if it is not to be believed. */
    @Nullable
    Verified verify(String token) {
        if (token.length() > LONGEST) {
            return null;
        }
        try {
            JWTClaimsSet claims = processor.process(SignedJWT.parse(token), null);
            if (claims.getClaim("cnf") != null) {
                // Bound to a key that nobody shows here: not to be used as a bearer token (RFC 9449).
                return null;
            }
            String clientId = claims.getStringClaim("client_id");
            String scope = claims.getStringClaim("scope");
            return new Verified(
                    clientId,
                    Scope.known(scope == null ? Set.of() : Arrays.asList(scope.split(" "))),
                    claims.getExpirationTime().toInstant().toEpochMilli() + SKEW_SECONDS * 1_000L);
        } catch (ParseException | BadJOSEException | JOSEException notBelieved) {
            return null;
        }
    }
}
