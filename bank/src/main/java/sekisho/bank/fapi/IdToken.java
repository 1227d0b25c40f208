package sekisho.bank.fapi;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Digest;

/**
 * An ID token whose signature fits, and what OpenID Connect Core (section 3.1.3.7) and FAPI 2.0 want of it besides.
 *
 * @param text its claims as they were signed
 */
record IdToken(SignedJWT token, IDTokenClaimsSet claims, String text) {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final int SMALLEST_RSA = 2_048;
    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_LIFE = Duration.ofHours(1);

    /** What became of opening one. */
    sealed interface Opened {
        record Whole(IdToken token) implements Opened {}

        record Refused(FapiRefusal reason) implements Opened {}
    }

    /** The key that a token names; empty if it names none. */
    static String keyId(JWT token) {
        return token instanceof SignedJWT signed && signed.getHeader().getKeyID() != null
                ? signed.getHeader().getKeyID()
                : "";
    }

    /** Checks header and signature. */
    static Opened open(JWT token, JWKSet keys) {
        if (!(token instanceof SignedJWT signed)
                || !ALGORITHMS.contains(signed.getHeader().getAlgorithm())) {
            return new Opened.Refused(FapiRefusal.WRONG_ALGORITHM);
        }
        JWSHeader header = signed.getHeader();
        if (header.getType() != null && !"JWT".equalsIgnoreCase(header.getType().getType())) {
            return new Opened.Refused(FapiRefusal.NOT_AN_ID_TOKEN);
        }
        @Nullable JWK key = keys.getKeyByKeyId(keyId(signed));
        if (key == null || !fits(key)) {
            return new Opened.Refused(FapiRefusal.UNKNOWN_KEY);
        }
        try {
            var verifier =
                    new DefaultJWSVerifierFactory().createJWSVerifier(header, ((AsymmetricJWK) key).toPublicKey());
            if (!signed.verify(verifier)) {
                return new Opened.Refused(FapiRefusal.BAD_SIGNATURE);
            }
        } catch (JOSEException e) {
            // The key is of another kind than the algorithm.
            return new Opened.Refused(FapiRefusal.UNKNOWN_KEY);
        }
        try {
            return new Opened.Whole(new IdToken(
                    signed,
                    new IDTokenClaimsSet(signed.getJWTClaimsSet()),
                    signed.getPayload().toString()));
        } catch (ParseException | java.text.ParseException e) {
            return new Opened.Refused(FapiRefusal.NOT_AN_ID_TOKEN);
        }
    }

    /** Why it is no answer to a request; null if it is one. */
    @Nullable
    FapiRefusal refusal(SentAuthorisation sent, String clientId, Instant now) {
        if (!claims.getIssuer().getValue().equals(sent.issuer().toString())) {
            return FapiRefusal.ID_TOKEN_OF_ANOTHER_ISSUER;
        }
        boolean forUsAlone = claims.getAudience().size() == 1
                && claims.getAudience().getFirst().getValue().equals(clientId);
        boolean byUs = claims.getAuthorizedParty() == null
                || claims.getAuthorizedParty().getValue().equals(clientId);
        if (!forUsAlone || !byUs) {
            return FapiRefusal.ID_TOKEN_FOR_ANOTHER;
        }
        Instant issued = claims.getIssueTime().toInstant();
        Instant expires = claims.getExpirationTime().toInstant();
        if (expires.isAfter(issued.plus(LONGEST_LIFE))) {
            return FapiRefusal.ID_TOKEN_LIVES_TOO_LONG;
        }
        if (issued.isAfter(now.plus(CLOCK_DIFFERENCE))) {
            return FapiRefusal.ID_TOKEN_NOT_YET;
        }
        if (!expires.isAfter(now.minus(CLOCK_DIFFERENCE))) {
            return FapiRefusal.ID_TOKEN_EXPIRED;
        }
        if (claims.getNonce() == null
                || !claims.getNonce().getValue().equals(sent.nonce().hex())) {
            return FapiRefusal.WRONG_NONCE;
        }
        @Nullable Date identified = claims.getAuthenticationTime();
        boolean fresh = identified != null
                && !identified.toInstant().isBefore(sent.issuedAt().minus(CLOCK_DIFFERENCE))
                && !identified.toInstant().isAfter(now.plus(CLOCK_DIFFERENCE));
        return fresh ? null : FapiRefusal.NOT_FRESH;
    }

    /** Whether it came with this access token; also where it does not say. */
    boolean belongsTo(AccessToken access) {
        if (claims.getAccessTokenHash() == null) {
            return true;
        }
        try {
            AccessTokenValidator.validate(access, token.getHeader().getAlgorithm(), claims.getAccessTokenHash());
            return true;
        } catch (InvalidHashException e) {
            return false;
        }
    }

    /** SHA-256 of the token as the bank signed it. */
    Digest digest() {
        return Digest.sha256(token.serialize().getBytes(US_ASCII));
    }

    private static boolean fits(JWK key) {
        boolean signs = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
        return signs
                && switch (key.getKeyType().getValue()) {
                    case "RSA" -> key.size() >= SMALLEST_RSA;
                    case "EC" -> true;
                    default -> false;
                };
    }

    /** Without the claims. */
    @Override
    public String toString() {
        return "IdToken[" + claims.getIssuer() + "]";
    }
}
