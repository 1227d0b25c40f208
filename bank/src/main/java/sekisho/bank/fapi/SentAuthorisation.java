package sekisho.bank.fapi;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Set;
import sekisho.bank.redirect.Attribute;
import sekisho.bank.redirect.OpaqueId;
import sekisho.bank.redirect.Purpose;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept of a request until the browser comes back: once. No personal data, but secrets: whoever has them and the
 * code can redeem it. Kept encrypted, or in memory.
 *
 * @param issuer of the bank that was asked
 * @param issuedAt whole seconds, as are all instants here
 * @param expiresAt at most ten minutes later
 * @param verifier of PKCE, 43 to 128 characters
 * @param proofKey private, P-256: for this request alone, so that its code and its tokens are worth nothing to others
 */
public record SentAuthorisation(
        URI issuer,
        Instant issuedAt,
        Instant expiresAt,
        OpaqueId state,
        OpaqueId nonce,
        String verifier,
        ECKey proofKey,
        FapiRequest request) {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int VERIFIER_BYTES = 32;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static SentAuthorisation next(URI issuer, FapiRequest request, Instant now, SecureRandom random) {
        byte[] secret = new byte[VERIFIER_BYTES];
        random.nextBytes(secret);
        try {
            Instant issued = now.truncatedTo(ChronoUnit.SECONDS);
            return new SentAuthorisation(
                    issuer,
                    issued,
                    issued.plus(LIFE),
                    OpaqueId.next(random),
                    OpaqueId.next(random),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
                    new ECKeyGenerator(Curve.P_256).secureRandom(random).generate(),
                    request);
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    CodeVerifier codeVerifier() {
        return new CodeVerifier(verifier);
    }

    /** Everything as one text, secrets too, for a column that is encrypted. */
    public String secretText() {
        var text = new LinkedHashMap<String, Object>();
        text.put("issuer", issuer.toString());
        text.put("issuedAt", issuedAt.getEpochSecond());
        text.put("expiresAt", expiresAt.getEpochSecond());
        text.put("state", state.hex());
        text.put("nonce", nonce.hex());
        text.put("verifier", verifier);
        text.put("proofKey", proofKey.toJSONString());
        text.put("purpose", request.purpose().name());
        text.put("reference", request.reference().hex());
        text.put("binding", request.binding());
        text.put("asked", request.asked().stream().sorted().map(Attribute::name).toList());
        return MAPPER.writeValueAsString(text);
    }

    /**
     * What {@link #secretText} wrote.
     *
     * @throws IllegalArgumentException if it did not; without the text, which is secret
     */
    public static SentAuthorisation ofSecretText(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            Set<Attribute> asked = EnumSet.noneOf(Attribute.class);
            node.required("asked")
                    .valueStream()
                    .map(JsonNode::asString)
                    .map(Attribute::valueOf)
                    .forEach(asked::add);
            return new SentAuthorisation(
                    URI.create(node.required("issuer").asString()),
                    Instant.ofEpochSecond(node.required("issuedAt").asLong()),
                    Instant.ofEpochSecond(node.required("expiresAt").asLong()),
                    new OpaqueId(node.required("state").asString()),
                    new OpaqueId(node.required("nonce").asString()),
                    node.required("verifier").asString(),
                    ECKey.parse(node.required("proofKey").asString()),
                    new FapiRequest(
                            Purpose.valueOf(node.required("purpose").asString()),
                            new OpaqueId(node.required("reference").asString()),
                            node.required("binding").asString(),
                            asked));
        } catch (ParseException | JacksonException | IllegalArgumentException unreadable) {
            // Its message may quote the text.
            throw new IllegalArgumentException("this is no request that was kept: it has to be made anew");
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "SentAuthorisation[issuer=" + issuer + ", reference=" + request.reference() + ", purpose="
                + request.purpose() + "]";
    }
}
