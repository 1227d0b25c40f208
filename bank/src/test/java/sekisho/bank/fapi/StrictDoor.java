package sekisho.bank.fapi;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPIssuer;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPTokenRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPProofException;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What FAPI 2.0 makes a bank check of a client: its assertion, its proof of a key, and PKCE. */
final class StrictDoor {
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final URI issuer;
    private final String clientId;
    private final ECKey client;
    private final Set<String> assertions = new HashSet<>();
    /** The nonce that proofs must have; null if none is wanted. */
    @Nullable
    String proofNonce;
    /** What the last assertion and proof said. */
    JWTClaimsSet lastAssertion = new JWTClaimsSet.Builder().build();

    int proofsWithoutNonce;

    StrictDoor(URI issuer, String clientId, ECKey client) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.client = client;
    }

    /**
     * A request that was looked at.
     *
     * @param thumbprint of the key that was proved
     */
    record Checked(Map<String, String> parameters, @Nullable String error, String thumbprint) {}

    Checked check(HttpExchange exchange, String endPoint) throws IOException {
        Map<String, String> form = SmallBank.form(exchange);
        if (!assertionHolds(form)) {
            return new Checked(form, "invalid_client", "");
        }
        String proof = exchange.getRequestHeaders().getFirst("DPoP");
        try {
            var verifier = new DPoPTokenRequestVerifier(Set.of(JWSAlgorithm.ES256), URI.create(endPoint), 30, 30, null);
            SignedJWT parsed = SignedJWT.parse(String.valueOf(proof));
            String nonce = parsed.getJWTClaimsSet().getStringClaim("nonce");
            if (proofNonce != null && !proofNonce.equals(nonce)) {
                proofsWithoutNonce++;
                exchange.getResponseHeaders().set("DPoP-Nonce", proofNonce);
                return new Checked(form, "use_dpop_nonce", "");
            }
            @Nullable Nonce wanted = proofNonce == null ? null : new Nonce(proofNonce);
            var confirmed = verifier.verify(new DPoPIssuer(clientId), parsed, wanted);
            return new Checked(form, null, confirmed.getValue().toString());
        } catch (java.text.ParseException | InvalidDPoPProofException | JOSEException e) {
            return new Checked(form, "invalid_dpop_proof", "");
        }
    }

    AuthenticationRequest authorisation(Map<String, String> form) {
        var parameters = new LinkedHashMap<String, List<String>>();
        form.forEach((name, value) -> parameters.put(name, List.of(value)));
        try {
            AuthenticationRequest request = AuthenticationRequest.parse(parameters);
            if (request.getCodeChallenge() == null
                    || !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())) {
                throw new AssertionError("no PKCE with S256");
            }
            return request;
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    /** Why a code is not redeemed; null if it is. */
    @Nullable
    String grantError(Checked checked, AuthenticationRequest request) {
        var verifier = new CodeVerifier(checked.parameters().getOrDefault("code_verifier", "x".repeat(43)));
        boolean fits = CodeChallenge.compute(CodeChallengeMethod.S256, verifier).equals(request.getCodeChallenge())
                && request.getDPoPJWKThumbprintConfirmation()
                        .getValue()
                        .toString()
                        .equals(checked.thumbprint())
                && request.getRedirectionURI()
                        .toString()
                        .equals(checked.parameters().get("redirect_uri"));
        return fits ? null : "invalid_grant";
    }

    private boolean assertionHolds(Map<String, String> form) {
        try {
            SignedJWT assertion = SignedJWT.parse(String.valueOf(form.get("client_assertion")));
            lastAssertion = assertion.getJWTClaimsSet();
            long life = lastAssertion.getExpirationTime().toInstant().toEpochMilli() - System.currentTimeMillis();
            // The payload's text: aud has to be one text, not a list of one.
            return ASSERTION.equals(form.get("client_assertion_type"))
                    && assertion.verify(new ECDSAVerifier(client))
                    && issuer.toString()
                            .equals(assertion.getPayload().toJSONObject().get("aud"))
                    && clientId.equals(lastAssertion.getIssuer())
                    && clientId.equals(lastAssertion.getSubject())
                    && life > 0
                    && life <= 75_000
                    && assertions.add(lastAssertion.getJWTID());
        } catch (java.text.ParseException | JOSEException e) {
            return false;
        }
    }
}
