package sekisho.banksimulator.redirect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sekisho.banksimulator.profile.Ask;
import sekisho.banksimulator.profile.Named;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a bank says, and signs it. */
public final class ResultSigner {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final long RESULT_LIFE = 120;
    private static final long NOTICE_LIFE = 600;
    private static final int ID_BYTES = 16;

    private final ECKey key;
    private final SecureRandom random;

    public ResultSigner(ECKey key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /**
     * What was granted.
     *
     * @param mandate null unless one was given
     */
    public record Granted(
            String account,
            @Nullable String mandate,
            Named shown,
            Map<String, String> match,
            List<Ask> factors,
            Instant identified) {}

    /**
     * What else is said with it.
     *
     * @param notice how the holder is told
     * @param statements signed, by the claim that has them; empty: none was asked for
     */
    public record Beside(String notice, Map<String, Map<String, Object>> statements) {}

    /**
     * What was not.
     *
     * @param account which was tried; empty: none was named
     * @param statements signed, by the claim that has them; empty: none was asked for, or no account was named
     */
    public record Refused(String result, Optional<String> account, Map<String, Map<String, Object>> statements) {}

    /** The result of a visit that was granted. */
    public String granted(MandateRequest request, String issuer, Granted granted, Beside beside, Instant now) {
        var claims = begun(request, issuer, "granted", beside.notice(), now);
        claims.put("account", granted.account());
        if (granted.mandate() != null) {
            claims.put("mandate", granted.mandate());
        }
        claims.put(
                "account_shown",
                Map.of("ja", granted.shown().ja(), "en", granted.shown().en()));
        if (!granted.match().isEmpty()) {
            claims.put("match", granted.match());
        }
        claims.put(
                "factors", granted.factors().stream().map(ResultSigner::factor).toList());
        claims.put("auth_time", granted.identified().getEpochSecond());
        claims.putAll(beside.statements());
        return signed("sekisho-link-result+jwt", claims);
    }

    /** The result of a visit that was not. */
    public String refused(MandateRequest request, String issuer, Refused refused, Instant now) {
        var claims = begun(request, issuer, refused.result(), "none", now);
        refused.account().ifPresent(token -> claims.put("account", token));
        claims.putAll(refused.statements());
        return signed("sekisho-link-result+jwt", claims);
    }

    /** The notice that a mandate has ended. */
    String ended(String issuer, String audience, String mandate, EndNotices.Ended ended, Instant now) {
        var claims = times(issuer, audience, now, NOTICE_LIFE);
        claims.put("number", ended.number());
        claims.put("mandate", mandate);
        claims.put("at", ended.at());
        claims.put("by", ended.by());
        return signed("sekisho-mandate-ended+jwt", claims);
    }

    private Map<String, Object> begun(
            MandateRequest request, String issuer, String result, String notice, Instant now) {
        var claims = times(issuer, request.redirect().issuer().toString(), now, RESULT_LIFE);
        claims.put("nonce", request.nonce());
        claims.put("purpose", request.purpose());
        claims.put("reference", request.reference());
        claims.put("binding", request.binding());
        claims.put("request", request.digest());
        claims.put("result", result);
        claims.put("notice", notice);
        return claims;
    }

    private Map<String, Object> times(String issuer, String audience, Instant now, long life) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("aud", audience);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + life);
        claims.put("jti", HexFormat.of().formatHex(id));
        return claims;
    }

    private static Map<String, Object> factor(Ask ask) {
        String kind = switch (ask.kind()) {
            case IDENTIFIER, KNOWLEDGE -> "knowledge";
            case POSSESSION -> "possession";
            case INHERENCE -> "inherence";
        };
        return Map.of("kind", kind, "method", ask.word(), "dynamic", ask.dynamic());
    }

    private String signed(String type, Map<String, Object> claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID(key.getKeyID())
                .build();
        var jws = new JWSObject(header, new Payload(MAPPER.writeValueAsBytes(claims)));
        try {
            jws.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform signs with P-256", e);
        }
        return jws.serialize();
    }
}
