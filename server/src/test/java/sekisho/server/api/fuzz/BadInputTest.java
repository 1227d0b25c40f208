package sekisho.server.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sekisho.server.access.Scope;
import sekisho.server.api.ApiHeaders;
import sekisho.server.testing.Caller;
import sekisho.server.testing.Reply;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.World;

/** Every end point that changes something, against every kind of bad input: a documented problem, and nothing changed. */
@ExtendWith(SharedServer.class)
final class BadInputTest {
    private static final String UNKNOWN_16 = "00000000000000aa";
    private static final String UNKNOWN_32 = "000000000000000000000000000000aa";

    private static ApiDocument document = ApiDocument.parse("{}");

    private final World world;

    BadInputTest(World world) {
        this.world = world;
    }

    @BeforeAll
    static void read(World world) {
        document = ApiDocument.parse(
                world.anybody().get(SharedServer.FRESH_DOCUMENT).expect(200).text());
    }

    /** One row of the table. */
    private interface Row {
        void test(ApiDocument.Operation operation, ValidRequests.Request good);
    }

    private void forEachChange(Row row) {
        var requests = ValidRequests.in(world).all();
        String before = world.state();
        for (var operation : document.operations()) {
            if (operation.changes()) {
                row.test(
                        operation,
                        Objects.requireNonNull(requests.get(operation.toString()), "a valid request for " + operation));
            }
        }
        assertThat(world.state()).as("the engine's state").isEqualTo(before);
        assertThat(world.imbalance()).isZero();
    }

    private Reply send(
            Caller caller, ApiDocument.Operation operation, String path, String body, Map<String, String> headers) {
        return caller.send(operation.method(), path, body, headers);
    }

    private void expectRefused(ApiDocument.Operation operation, Reply reply, String context) {
        Judge.judge(operation, reply, operation + ", " + context);
        assertThat(reply.status()).as("%s, %s", operation, context).isBetween(400, 499);
    }

    private static Map<String, String> key(String key) {
        return Map.of(ApiHeaders.KEY, key);
    }

    @Test
    void theValidRequestsAreAccepted() {
        var requests = ValidRequests.in(world).all();
        var operations = new TreeSet<String>();
        requests.forEach((name, request) -> {
            operations.add(name);
            var operation =
                    document.operation(name.substring(0, name.indexOf(' ')), name.substring(name.indexOf(' ') + 1));
            var reply = send(world.operator(), operation, request.path(), request.body(), key(Caller.newKey()));
            Judge.judge(operation, reply, name);
            // What can be done once in a world may have been done by another test.
            assertThat(reply.status())
                    .as("%s: %s", name, reply.text())
                    .matches(status -> status < 300 || status == 409 || name.contains("/behaviour"));
        });
        assertThat(operations).hasSizeGreaterThan(40);
    }

    @Test
    void bodiesThatAreWrong() {
        forEachChange((operation, good) -> {
            if (operation.body() == null) {
                return;
            }
            for (var bad : BadBodies.of(document, operation.body(), good.body())) {
                var reply = send(world.operator(), operation, good.path(), bad.body(), key(Caller.newKey()));
                expectRefused(operation, reply, bad.what() + ": " + shortened(bad.body()));
            }
        });
    }

    @Test
    void keysThatAreMissingMalformedTooOldOrFromTheFuture() {
        long now = System.currentTimeMillis();
        forEachChange((operation, good) -> {
            expectRefused(operation, send(world.operator(), operation, good.path(), good.body(), Map.of()), "no key");
            for (String key : new String[] {
                "x",
                "00000000-0000-0000-0000-000000000000",
                "123e4567-e89b-42d3-a456-426614174000",
                Caller.keyFrom(0),
                Caller.keyFrom(now - TimeUnit.MINUTES.toMillis(16)),
                Caller.keyFrom(now + TimeUnit.MINUTES.toMillis(2)),
                Caller.keyFrom((1L << 48) - 1)
            }) {
                expectRefused(
                        operation, send(world.operator(), operation, good.path(), good.body(), key(key)), "key " + key);
            }
        });
    }

    @Test
    void tokensThatAreMissingExpiredOrNotEnough() throws Exception {
        var nobody = world.anybody();
        var expired = nobody.withToken(expiredToken());
        var harmless = world.client(Scope.METRICS_READ);
        forEachChange((operation, good) -> {
            for (Caller caller : new Caller[] {nobody, expired, nobody.withToken("x"), harmless}) {
                var reply = send(caller, operation, good.path(), good.body(), key(Caller.newKey()));
                expectRefused(operation, reply, "token " + caller.token());
                assertThat(reply.status()).isEqualTo(caller == harmless ? 403 : 401);
            }
        });
    }

    @Test
    void pathsOfWhatIsNotThereOrNoId() {
        forEachChange((operation, good) -> {
            String[] template = operation.path().split("/", -1);
            String[] path = good.path().split("/", -1);
            for (int i = 0; i < template.length; i++) {
                if (template[i].startsWith("{")
                        && !template[i].equals("{tier}")
                        && !template[i].equals("{operation}")) {
                    String[] unknown = path.clone();
                    unknown[i] = path[i].length() == 16
                            ? UNKNOWN_16
                            : path[i].length() == 32 ? UNKNOWN_32 : path[i].length() == 4 ? "9998" : "nobody";
                    var reply = send(
                            world.operator(), operation, String.join("/", unknown), good.body(), key(Caller.newKey()));
                    expectRefused(operation, reply, "unknown " + template[i]);
                    assertThat(reply.status())
                            .as("%s: %s", operation, reply.text())
                            .isEqualTo(404);
                }
                if (template[i].startsWith("{")) {
                    for (String bad : new String[] {"-1", "%20", "x%C3%A9", "9".repeat(500), "..x", "0x10"}) {
                        String[] malformed = path.clone();
                        malformed[i] = bad;
                        var reply = send(
                                world.operator(),
                                operation,
                                String.join("/", malformed),
                                good.body(),
                                key(Caller.newKey()));
                        expectRefused(operation, reply, template[i] + " is " + bad);
                    }
                }
            }
        });
    }

    @Test
    void theWrongMediaTypeAndUnknownParameters() {
        forEachChange((operation, good) -> {
            var headers = new HashMap<>(key(Caller.newKey()));
            headers.put("Content-Type", "text/plain");
            expectRefused(
                    operation, send(world.operator(), operation, good.path(), good.body(), headers), "text/plain");
            expectRefused(
                    operation,
                    send(world.operator(), operation, good.path() + "?x=1", good.body(), key(Caller.newKey())),
                    "an unknown parameter");
        });
    }

    @SuppressWarnings("JavaUtilDate") // the library's times
    private String expiredToken() throws Exception {
        ECKey key = JWKSet.parse(Files.readString(world.server().keys().resolve("signing-keys.json")))
                .getKeys()
                .getFirst()
                .toECKey();
        Instant past = Instant.now().minusSeconds(3_600);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(key.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer("http://localhost")
                        .audience("sekisho")
                        .subject("operator")
                        .claim("client_id", "operator")
                        .claim("scope", "operator")
                        .issueTime(Date.from(past.minusSeconds(600)))
                        .expirationTime(Date.from(past))
                        .jwtID("1")
                        .build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}
