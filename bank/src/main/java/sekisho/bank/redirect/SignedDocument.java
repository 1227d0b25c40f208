package sekisho.bank.redirect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A JSON document under a signature: compact JWS, ES256, a type of its own, a key that is named. */
final class SignedDocument {
    private static final int LONGEST = 8_192;
    private static final Set<String> HEADERS = Set.of("alg", "typ", "kid");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SignedDocument() {}

    /** What became of opening a document. */
    sealed interface Opened {
        record Whole(Claims claims) implements Opened {}

        record Refused(ResultRefusal reason) implements Opened {}
    }

    static String sign(String type, Map<String, Object> claims, ECKey key) {
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

    /** Checks the header and the signature, and reads the document. */
    static Opened open(String compact, String type, JWKSet keys) {
        if (compact.length() > LONGEST) {
            return new Opened.Refused(ResultRefusal.NOT_A_JWS);
        }
        JWSObject jws;
        try {
            jws = JWSObject.parse(compact);
        } catch (ParseException e) {
            return new Opened.Refused(ResultRefusal.NOT_A_JWS);
        }
        JWSHeader header = jws.getHeader();
        if (!JWSAlgorithm.ES256.equals(header.getAlgorithm()) || !HEADERS.equals(header.getIncludedParams())) {
            return new Opened.Refused(ResultRefusal.WRONG_HEADER);
        }
        if (!type.equals(header.getType().getType())) {
            return new Opened.Refused(ResultRefusal.WRONG_TYPE);
        }
        if (!(keys.getKeyByKeyId(header.getKeyID()) instanceof ECKey key)
                || !Curve.P_256.equals(key.getCurve())
                || !signsDocuments(key)) {
            return new Opened.Refused(ResultRefusal.UNKNOWN_KEY);
        }
        try {
            if (!jws.verify(new ECDSAVerifier(key.toPublicJWK()))) {
                return new Opened.Refused(ResultRefusal.BAD_SIGNATURE);
            }
            return new Opened.Whole(new Claims(MAPPER.readTree(jws.getPayload().toBytes())));
        } catch (JOSEException e) {
            return new Opened.Refused(ResultRefusal.BAD_SIGNATURE);
        } catch (JacksonException e) {
            return new Opened.Refused(ResultRefusal.NOT_A_DOCUMENT);
        }
    }

    /** A key for something else, such as statements, signs no document. */
    private static boolean signsDocuments(ECKey key) {
        return key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
    }

    /** A JSON document without a signature; what is none is an {@link IllegalArgumentException}. */
    static Claims unsigned(byte[] json) {
        try {
            return new Claims(MAPPER.readTree(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON document", e);
        }
    }

    /** The id of the key that a compact JWS names; empty if it names none or is none. */
    static Optional<String> keyId(String compact) {
        try {
            return compact.length() > LONGEST
                    ? Optional.empty()
                    : Optional.ofNullable(JWSObject.parse(compact).getHeader().getKeyID());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** SHA-256 in base64url, without padding. */
    static String digest(String compact) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(compact.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static ECKey requirePrivate(ECKey key) {
        if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
            throw new IllegalArgumentException("a key that signs is private, of P-256, and has an id");
        }
        return key;
    }
}
