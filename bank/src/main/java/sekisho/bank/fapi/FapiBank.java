package sekisho.bank.fapi;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.util.Set;
import sekisho.bank.outgoing.Reach;

/**
 * A bank that speaks FAPI 2.0, and what we are there.
 *
 * @param issuer as the bank writes it in everything it signs: {@code https}, or {@code http} on loopback; no slash at its end
 * @param clientId our name at this bank
 * @param key private, P-256, with an id: our half of {@code private_key_jwt}; the bank has the public one
 * @param returnTo where the browser comes back: an address that the bank has on its list, best one of its own for each bank
 * @param reach where the bank's addresses may lie
 * @param trustFrameworks those whose {@code verified_claims} are believed, such as {@code jp_aml}
 * @param asksForClaims whether the bank understands a request for {@code verified_claims} (OpenID Connect for Identity
 *     Assurance); where it does not, it sends what was agreed with it
 */
public record FapiBank(
        URI issuer,
        String clientId,
        ECKey key,
        URI returnTo,
        Reach reach,
        Set<String> trustFrameworks,
        boolean asksForClaims) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public FapiBank {
        trustFrameworks = Set.copyOf(trustFrameworks);
        require(safe(issuer), "a bank's issuer is https, or http on loopback");
        require(safe(returnTo), "the browser comes back over https, or over http on loopback");
        require(
                issuer.getRawQuery() == null
                        && issuer.getRawFragment() == null
                        && !issuer.toString().endsWith("/"),
                "a bank's issuer has no query, no fragment and no slash at its end");
        require(clientId.matches("[\\x21-\\x7e]{1,128}"), "a client's id is 1 to 128 printable characters");
        require(
                key.isPrivate() && Curve.P_256.equals(key.getCurve()) && key.getKeyID() != null,
                "a key that signs is private, of P-256, and has an id");
        require(!trustFrameworks.isEmpty(), "at least one trust framework is believed");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "FapiBank[issuer=" + issuer + ", clientId=" + clientId + "]";
    }

    private static boolean safe(URI address) {
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost())));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
