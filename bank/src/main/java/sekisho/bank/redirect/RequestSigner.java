package sekisho.bank.redirect;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signs requests. Any thread. */
public final class RequestSigner {
    static final String TYPE = "sekisho-link-request+jwt";

    private final ECKey key;

    /** @param key private, P-256, with an id */
    public RequestSigner(ECKey key) {
        this.key = SignedDocument.requirePrivate(key);
    }

    /** The compact form that the browser posts to the bank. */
    public String sign(LinkRequest request) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", request.issuer().toString());
        claims.put("aud", request.bank().toString());
        claims.put("iat", request.issuedAt().getEpochSecond());
        claims.put("exp", request.expiresAt().getEpochSecond());
        claims.put("jti", request.id().hex());
        claims.put("nonce", request.nonce().hex());
        claims.put("purpose", request.purpose().word());
        claims.put("reference", request.reference().hex());
        claims.put("binding", request.binding());
        claims.put("redirect_uri", request.returnTo().toString());
        claims.put("matching_number", Integer.toString(request.matchingNumber()));
        claims.put("operator", request.operator());
        if (!request.compared().isEmpty()) {
            var compared = new LinkedHashMap<String, String>();
            for (Attribute attribute : Attribute.values()) {
                String value = request.compared().get(attribute);
                if (value != null) {
                    compared.put(attribute.word(), value);
                }
            }
            claims.put("match", Map.copyOf(compared));
        }
        return SignedDocument.sign(TYPE, claims, key);
    }

    /** The JWK set to be published, without the private part. */
    public String publicKeys() {
        return new JWKSet(key).toString(true);
    }
}
