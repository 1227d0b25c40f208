package sekisho.bank.redirect;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signs requests. Any thread. */
public final class RequestSigner {
    static final String TYPE = "sekisho-link-request+jwt";
    private static final String TYPE_WITHOUT_BROWSER = "sekisho-backchannel-request+jwt";

    private final ECKey key;

    /** @param key private, P-256, with an id */
    public RequestSigner(ECKey key) {
        this.key = SignedDocument.requirePrivate(key);
    }

    /** The compact form that the browser posts to the bank. */
    public String sign(LinkRequest request) {
        var claims = claims(request);
        claims.put("redirect_uri", request.returnTo().toString());
        return SignedDocument.sign(TYPE, claims, key);
    }

    /**
     * The compact form that we send to the bank ourselves: of a type of its own, so that neither can stand for the other, and
     * without an address to come back to.
     *
     * @param more what a request without a browser names besides
     */
    public String signWithoutBrowser(LinkRequest request, Map<String, Object> more) {
        var claims = claims(request);
        claims.putAll(more);
        return SignedDocument.sign(TYPE_WITHOUT_BROWSER, claims, key);
    }

    /** The same for somebody at the front door. */
    public String sign(DoorRequest request) {
        var claims = claims(request.asked());
        claims.put("redirect_uri", request.asked().returnTo().toString());
        claims.put("door", request.terms().claims());
        return SignedDocument.sign(TYPE, claims, key);
    }

    private static Map<String, Object> claims(LinkRequest request) {
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
        request.statement().ifPresent(terms -> claims.put("statement", terms.claims()));
        return claims;
    }

    /** The JWK set to be published, without the private part. */
    public String publicKeys() {
        return new JWKSet(key).toString(true);
    }
}
