package sekisho.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sekisho.server.testing.Caller;
import sekisho.server.testing.Reply;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.World;

@ExtendWith(SharedServer.class)
@SuppressWarnings("JavaUtilDate") // the library's times
final class TokensTest {
    private static final String PATH = "/v1/clients";

    private final World world;

    TokensTest(World world) {
        this.world = world;
    }

    private ECKey key() throws Exception {
        return JWKSet.parse(Files.readString(world.server().keys().resolve("signing-keys.json")))
                .getKeys()
                .getFirst()
                .toECKey();
    }

    private static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer("http://localhost")
                .audience("sekisho")
                .subject("operator")
                .claim("client_id", "operator")
                .claim("scope", "operator")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString());
    }

    private static JWSHeader.Builder header(ECKey key) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID());
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws Exception {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private Reply ask(String token) {
        return world.anybody().withToken(token).get(PATH);
    }

    @Test
    void aTokenIsASignedJwtForTenMinutesWithWhatRfc9068Asks() throws Exception {
        var reply = world.anybody()
                .token(
                        "operator",
                        Objects.requireNonNull(world.operatorSecret()),
                        "grant_type=client_credentials&scope=bulk")
                .expect(200);
        var token = SignedJWT.parse(reply.get("access_token"));
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(token.getHeader().getType()).isEqualTo(new JOSEObjectType("at+jwt"));
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("http://localhost");
        assertThat(claims.getAudience()).containsExactly("sekisho");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("operator");
        assertThat(claims.getStringClaim("scope")).isEqualTo("bulk");
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(claims.getIssueTime().toInstant().plusSeconds(600));
        assertThat(claims.getJWTID()).isNotEmpty();
        var keys = world.anybody().get("/oauth2/jwks").expect(200).text();
        assertThat(keys).contains(token.getHeader().getKeyID()).doesNotContain("\"d\"");
        assertThat(world.anybody()
                        .get("/.well-known/oauth-authorization-server")
                        .expect(200)
                        .get("issuer"))
                .isEqualTo("http://localhost");
    }

    @Test
    void aTokenThatIsNotWhatItShouldBeIsRefused() throws Exception {
        ECKey key = key();
        var signer = new ECDSASigner(key);
        ask(signed(header(key).build(), claims().build(), signer)).expect(200);
        ECKey other = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
        Instant past = Instant.now().minusSeconds(60);
        Map<String, String> bad = Map.of(
                "another key",
                signed(header(key).build(), claims().build(), new ECDSASigner(other)),
                "another type",
                signed(header(key).type(JOSEObjectType.JWT).build(), claims().build(), signer),
                "no type",
                signed(header(key).type(null).build(), claims().build(), signer),
                "another audience",
                signed(header(key).build(), claims().audience("bank").build(), signer),
                "another issuer",
                signed(header(key).build(), claims().issuer("http://evil").build(), signer),
                "expired",
                signed(
                        header(key).build(),
                        claims().expirationTime(Date.from(past)).build(),
                        signer),
                "no expiry",
                signed(header(key).build(), claims().expirationTime(null).build(), signer),
                "bound to a key",
                signed(
                        header(key).build(),
                        claims().claim("cnf", Map.of("jkt", "x")).build(),
                        signer),
                "unknown client",
                signed(
                        header(key).build(),
                        claims().claim("client_id", "nobody").build(),
                        signer),
                "a shared secret",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .type(new JOSEObjectType("at+jwt"))
                                .keyID(key.getKeyID())
                                .build(),
                        claims().build(),
                        new MACSigner(key.toPublicJWK().toECPublicKey().getEncoded())));
        bad.forEach((why, token) -> {
            var reply = ask(token);
            assertThat(reply.status()).as(why).isEqualTo(401);
            reply.expectProblem(401, "token-refused", "Authorization");
            assertThat(reply.header("WWW-Authenticate")).contains("invalid_token");
        });
        ask(new PlainJWT(claims().build()).serialize()).expectProblem(401, "token-refused");
        ask("x".repeat(5_000)).expectProblem(401, "token-refused");
        ask("a.b.c").expectProblem(401, "token-refused");
        world.anybody().get(PATH).expectProblem(401, "unauthenticated", "Authorization");
        world.anybody()
                .send("GET", PATH, null, Map.of("Authorization", "Basic b3BlcmF0b3I6eA=="))
                .expectProblem(401, "unauthenticated");
        world.anybody().get(PATH + "?access_token=" + world.operator().token()).expectProblem(401, "unauthenticated");
    }

    @Test
    void aTokenThatWasAcceptedIsRefusedOnceItHasExpired() throws Exception {
        ECKey key = key();
        Instant soon = Instant.now().plusMillis(1_000).minusSeconds(5);
        String token = signed(
                header(key).build(), claims().expirationTime(Date.from(soon)).build(), new ECDSASigner(key));
        ask(token).expect(200);
        Thread.sleep(2_200);
        ask(token).expectProblem(401, "token-refused");
    }

    @Test
    void scopesBindAndNoMoreAreGivenThanTheClientHas() {
        var added = world.addClient(100, Scope.WALLETS_READ, Scope.EVENTS_READ);
        var client = world.operator().withToken(world.tokenOf(added));
        client.get("/v1/events").expect(200);
        client.get("/v1/banks").expectProblem(403, "insufficient-scope", "Authorization");
        client.post("/v1/transfers", "{}").expectProblem(403, "insufficient-scope");
        String narrow = world.anybody()
                .token(added.get("client.id"), added.get("secret"), "grant_type=client_credentials&scope=wallets:read")
                .expect(200)
                .get("access_token");
        client.withToken(narrow).get("/v1/events").expectProblem(403, "insufficient-scope");
        var refused = world.anybody()
                .token(added.get("client.id"), added.get("secret"), "grant_type=client_credentials&scope=operator");
        assertThat(refused.expect(400).get("error")).isEqualTo("invalid_scope");
    }

    @Test
    void aClientIsDisabledAtOnceAndItsSecretReplaced() {
        var added = world.addClient(100, Scope.EVENTS_READ);
        String id = added.get("client.id");
        var client = world.operator().withToken(world.tokenOf(added));
        client.get("/v1/events").expect(200);
        world.operator().post(PATH + "/" + id + "/disable", "{}").expect(200);
        client.get("/v1/events").expectProblem(401, "token-refused");
        world.anybody()
                .token(id, added.get("secret"), "grant_type=client_credentials")
                .expect(401);
        world.operator().post(PATH + "/" + id + "/enable", "{}").expect(200);
        client.get("/v1/events").expect(200);

        String key = Caller.newKey();
        String secret = world.operator()
                .post(PATH + "/" + id + "/secrets", "{}", key)
                .expect(201)
                .get("secret");
        assertThat(world.operator()
                        .post(PATH + "/" + id + "/secrets", "{}", key)
                        .expect(201)
                        .get("secret"))
                .isEqualTo(secret);
        world.anybody()
                .token(id, added.get("secret"), "grant_type=client_credentials")
                .expect(401);
        world.anybody().token(id, secret, "grant_type=client_credentials").expect(200);
        world.operator().post(PATH + "/operator/disable", "{}").expectProblem(409, "own-client", "client");
    }

    @Test
    void addingAClientIsRepeatedWithTheSameSecret() {
        String key = Caller.newKey();
        String body = "{\"name\":\"A\",\"scopes\":[\"bulk\"]}";
        var first = world.operator().post(PATH, body, key).expect(201);
        var second = world.operator().post(PATH, body, key).expect(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotency-Hit")).isEqualTo("true");
        world.operator()
                .post(PATH, "{\"name\":\"B\",\"scopes\":[\"bulk\"]}", key)
                .expectProblem(409, "request-conflict");
        long before = first.json().at("/client/number").asLong();
        assertThat(world.addClient(1, Scope.BULK).json().at("/client/number").asLong())
                .isGreaterThan(before);
        world.operator()
                .post(PATH, "{\"name\":\"B\",\"scopes\":[\"everything\"]}")
                .expectProblem(400, "malformed-value", "/scopes/0");
        world.operator().post(PATH, "{\"name\":\"B\",\"scopes\":[]}").expectProblem(400, "out-of-range", "/scopes");
        world.operator().post(PATH, body, Caller.keyFrom(0)).expectProblem(422, "request-too-old");
    }

    @Test
    void aClientWithKeysProvesItselfOnceWithEachAssertion() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        var jwk = key.toPublicJWK();
        String body =
                "{\"name\":\"Signer\",\"scopes\":[\"events:read\"],\"keys\":[{\"kty\":\"EC\",\"kid\":\"k1\",\"crv\":\"P-256\","
                        + "\"x\":\"" + jwk.getX() + "\",\"y\":\"" + jwk.getY() + "\"}]}";
        var added = world.operator().post(PATH, body).expect(201);
        assertThat(added.json().has("secret")).isFalse();
        String id = added.get("client.id");
        String assertion = assertion(key, id, "http://localhost", 60);
        String token = proof(id, assertion).expect(200).get("access_token");
        world.operator().withToken(token).get("/v1/events").expect(200);
        assertThat(proof(id, assertion).expect(401).get("error")).isEqualTo("invalid_client");
        proof(id, assertion(key, id, "http://evil", 60)).expect(401);
        proof(id, assertion(key, id, "http://localhost", 3_600)).expect(401);
        proof(id, assertion(key, "operator", "http://localhost", 60)).expect(401);
        proof(id, assertion(new ECKeyGenerator(Curve.P_256).keyID("k1").generate(), id, "http://localhost", 60))
                .expect(401);
        world.operator().post(PATH + "/" + id + "/secrets", "{}").expectProblem(409, "client-has-keys", "client");
        world.operator()
                .post(PATH, body.replace("\"y\"", "\"d\":\"AAAA\",\"y\""))
                .expectProblem(400, "unknown-field", "/keys/0/d");
    }

    private static String assertion(ECKey key, String client, String audience, int seconds) throws Exception {
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(seconds)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        return signed(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(), claims, new ECDSASigner(key));
    }

    private Reply proof(String client, String assertion) {
        String form = "grant_type=client_credentials&client_id=" + client + "&client_assertion_type="
                + URLEncoder.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8)
                + "&client_assertion=" + assertion;
        return world.anybody()
                .send(world.anybody()
                        .request("/oauth2/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
    }

    @Test
    void theRateIsHeldAndTold() {
        var client = world.client(2, Scope.EVENTS_READ);
        var first = client.get("/v1/events?limit=1").expect(200);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"client\";q=4;w=2");
        assertThat(first.header("RateLimit")).startsWith("\"client\";r=3;t=");
        Reply last = first;
        for (int i = 0; i < 10 && last.status() == 200; i++) {
            last = client.get("/v1/events?limit=1");
        }
        last.expectProblem(429, "rate-limited");
        assertThat(last.header("Retry-After")).isEqualTo("1");
        assertThat(last.header("RateLimit")).startsWith("\"client\";r=0;");
    }

    @Test
    void secretsLieInFilesThatOnlyTheirOwnerReads() throws Exception {
        for (String file : new String[] {"operator.env", "signing-keys.json"}) {
            var path = world.server().keys().resolve(file);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
        }
        world.anybody()
                .token("operator", "operator", "grant_type=client_credentials")
                .expect(401);
        world.anybody().token("operator", "", "grant_type=client_credentials").expect(400);
        assertThat(world.anybody()
                        .token("operator", Objects.requireNonNull(world.operatorSecret()), "grant_type=password")
                        .expect(400)
                        .get("error"))
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void healthIsForEverybodyAndMetricsForThisMachine() {
        world.anybody().get("/actuator/health/readiness").expect(200);
        assertThat(world.anybody().get("/actuator/prometheus").expect(200).text())
                .contains("sekisho_http_requests_seconds_count")
                .contains("sekisho_projection_position")
                .contains("sekisho_engine_connected 1.0");
        var forwarded = Map.of("X-Forwarded-For", "203.0.113.7");
        world.anybody().send("GET", "/actuator/prometheus", null, forwarded).expectProblem(401, "unauthenticated");
        world.client(Scope.EVENTS_READ)
                .send("GET", "/actuator/prometheus", null, forwarded)
                .expectProblem(403, "insufficient-scope");
        world.client(Scope.METRICS_READ)
                .send("GET", "/actuator/prometheus", null, forwarded)
                .expect(200);
        world.operator().get("/actuator/env").expectProblem(404, "not-found");
        world.operator().get("/actuator").expectProblem(404, "not-found");
    }
}
