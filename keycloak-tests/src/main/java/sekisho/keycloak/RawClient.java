package sekisho.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks with the bank by hand, to leave out and repeat what the connector never would. */
final class RawClient implements AutoCloseable {
    static final Duration MINUTE = Duration.ofSeconds(60);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI issuer;
    private final ECKey key;
    private final ECKey proofKey;
    private final CodeVerifier verifier = new CodeVerifier();

    RawClient(URI issuer, ECKey key, ECKey proofKey) {
        this.issuer = issuer;
        this.key = key;
        this.proofKey = proofKey;
    }

    /** What the bank answered. */
    record Answer(int status, JsonNode body) {
        boolean accepted() {
            return status / 100 == 2;
        }

        /** Why not, in the words of OAuth; empty if it was accepted. */
        String error() {
            return body.path("error").asString("");
        }

        /** The same in a sentence of the bank's. */
        String sentence() {
            return body.path("error_description").asString("");
        }
    }

    URI pushEndPoint() {
        return URI.create(issuer + "/protocol/openid-connect/ext/par/request");
    }

    URI tokenEndPoint() {
        return URI.create(issuer + "/protocol/openid-connect/token");
    }

    /** Where the browser goes with a request that was pushed. */
    URI goTo(Answer pushed) {
        return URI.create(issuer + "/protocol/openid-connect/auth?client_id=" + Realm.CLIENT + "&request_uri="
                + URLEncoder.encode(pushed.body().path("request_uri").asString(""), UTF_8));
    }

    /** A request as it should be, without an assertion. */
    Map<String, String> authorisation() {
        var form = new LinkedHashMap<String, String>();
        form.put("client_id", Realm.CLIENT);
        form.put("response_type", "code");
        form.put("scope", "openid link");
        form.put("redirect_uri", Realm.RETURN.toString());
        form.put("state", UUID.randomUUID().toString());
        form.put("nonce", UUID.randomUUID().toString());
        form.put("prompt", "login");
        form.put(
                "code_challenge",
                CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue());
        form.put("code_challenge_method", "S256");
        return form;
    }

    Map<String, String> redemption(String code) {
        var form = new LinkedHashMap<String, String>();
        form.put("client_id", Realm.CLIENT);
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", Realm.RETURN.toString());
        form.put("code_verifier", verifier.getValue());
        return form;
    }

    String assertion(String audience, Duration life) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(Realm.CLIENT)
                .subject(Realm.CLIENT)
                .audience(audience)
                .issueTime(Date.from(
                        Instant.now().minus(life.isNegative() ? life.abs().plus(MINUTE) : Duration.ZERO)))
                .expirationTime(Date.from(Instant.now().plus(life)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String proof(URI endPoint) {
        try {
            return new DefaultDPoPProofFactory(proofKey, JWSAlgorithm.ES256)
                    .createDPoPJWT("POST", endPoint)
                    .serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param proof empty for none */
    Answer post(URI endPoint, Map<String, String> form, String assertion, String proof)
            throws IOException, InterruptedException {
        var all = new LinkedHashMap<>(form);
        all.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        all.put("client_assertion", assertion);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(endPoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (!proof.isEmpty()) {
            request.header("DPoP", proof);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), MAPPER.readTree(answer.body()));
    }

    /** The same, as it should be. */
    Answer post(URI endPoint, Map<String, String> form) throws IOException, InterruptedException {
        return post(endPoint, form, assertion(issuer.toString(), MINUTE), proof(endPoint));
    }

    @Override
    public void close() {
        http.close();
    }
}
