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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sekisho.fuzz.Api;
import sekisho.fuzz.BadBodies;
import sekisho.fuzz.Operation;
import sekisho.server.access.Scope;
import sekisho.server.testing.Caller;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.World;

/** Every end point of the document against every kind of bad input: a documented problem, and nothing changed. */
@ExtendWith(SharedServer.class)
final class BadInputTest {
    private static final String UNKNOWN_16 = "00000000000000aa";
    private static final String UNKNOWN_32 = "000000000000000000000000000000aa";
    private static final List<String> NO_NUMBERS = List.of(
            "", "x", "5e3", "5.0", "0.5", "-9007199254740993", "99999999999999999999", "0x10", "%205", "%D9%A3");
    private static final List<String> NO_IDS = List.of("-1", "%20", "x%C3%A9", "9".repeat(500), "..x", "0x10");

    private static @Nullable Table table;

    private final World world;

    BadInputTest(World world) {
        this.world = world;
    }

    @BeforeAll
    static void prepare(World world) throws Exception {
        table = Table.of(world);
    }

    private static Table table() {
        return Objects.requireNonNull(table);
    }

    private static Map<String, String> key(String key) {
        return Map.of(Api.KEY, key);
    }

    @Test
    void everyEndPointIsInTheTableAndRightRequestsAreAccepted() throws Exception {
        var fresh = Table.of(world);
        assertThat(fresh.requests().keySet())
                .containsExactlyInAnyOrderElementsOf(fresh.document().operations().stream()
                        .map(Operation::toString)
                        .toList());
        // And the token's, which has its own test.
        assertThat(fresh.document().size())
                .isEqualTo(fresh.document().operations().size() + 1);
        for (Operation operation : fresh.document().operations()) {
            var response = fresh.send(operation, fresh.right(operation), Map.of());
            assertThat(fresh.judge().faults(operation, response))
                    .as("%s", operation)
                    .isEmpty();
            // What can be done once in a world may have been done by another test.
            assertThat(response.status())
                    .as("%s: %s", operation, response.body())
                    .matches(status -> status < 300 || status == 409 || isOnceInAWorld(operation));
        }
    }

    private static boolean isOnceInAWorld(Operation operation) {
        return operation.path().equals("/v1/engine/behaviour")
                || operation.path().equals("/v1/banks");
    }

    @Test
    void bodiesThatAreWrong() throws Exception {
        table().forEach(world, (operation, right) -> {
            if (operation.body() == null || operation.takesLines()) {
                return;
            }
            for (var bad : BadBodies.of(table().document(), operation.body().schema(), right.bodyText())) {
                var problem = table().refuses(operation, right.withBody(bad.body()), Map.of(), bad.toString());
                boolean isJson = !problem.path("code").asString().equals("malformed-json");
                if (bad.what().startsWith("/") && isJson) {
                    String field = problem.path("field").asString("");
                    String pointer = bad.what().substring(0, bad.what().indexOf(' '));
                    assertThat(!field.isEmpty() && (pointer.startsWith(field) || field.startsWith(pointer)))
                            .as("%s, %s: %s", operation, bad, problem)
                            .isTrue();
                }
            }
        });
    }

    @Test
    void linesThatAreWrongAreProblemsInTheirPlaces() throws Exception {
        table().forEach(world, (operation, right) -> {
            if (operation.takesLines()) {
                String line = "{\"id\":\"" + Caller.newKey() + "\",\"refund\":{\"payment\":\"" + UNKNOWN_32
                        + "\",\"amount\":50,\"fee\":1}}";
                for (var bad : BadBodies.of(
                        table().document(),
                        Objects.requireNonNull(operation.body()).schema(),
                        line)) {
                    var lines = right.at("/v1/bulk").withBody(bad.body() + "\n");
                    var response = table().send(operation, lines, Map.of());
                    assertThat(table().judge().faults(operation, response))
                            .as("%s", bad)
                            .isEmpty();
                    assertThat(response.body())
                            .as("%s", bad)
                            .contains("\"problem\":{")
                            .contains("\"accepted\":0")
                            .doesNotContain("internal");
                    var atomic = table().send(operation, lines.at("/v1/bulk?mode=atomic"), Map.of());
                    assertThat(table().judge().faults(operation, atomic))
                            .as("%s", bad)
                            .isEmpty();
                    // What the engine refuses is a problem in its place; what no engine can be asked ends the request.
                    boolean refused = atomic.status() >= 400 && atomic.status() < 500;
                    assertThat(refused || atomic.body().contains("\"accepted\":0"))
                            .as("%s: %s", bad, atomic.body())
                            .isTrue();
                }
            }
        });
    }

    @Test
    void keysThatAreMissingMalformedTooOldOrFromTheFuture() throws Exception {
        long now = System.currentTimeMillis();
        table().forEach(world, (operation, right) -> {
            if (!operation.changes()) {
                return;
            }
            table().refuses(operation, right, Map.of(Api.KEY, ""), "an empty key");
            for (String key : new String[] {
                "x",
                "00000000-0000-0000-0000-000000000000",
                "123e4567-e89b-42d3-a456-426614174000",
                Caller.keyFrom(0),
                Caller.keyFrom(now - TimeUnit.MINUTES.toMillis(16)),
                Caller.keyFrom(now + TimeUnit.MINUTES.toMillis(2)),
                Caller.keyFrom((1L << 48) - 1)
            }) {
                table().refuses(operation, right, key(key), "key " + key);
            }
            var problem = table().refusesWithoutKey(operation, right);
            assertThat(problem.path("code").asString()).isEqualTo("idempotency-key-missing");
            assertThat(problem.path("field").asString()).isEqualTo(Api.KEY);
        });
    }

    @Test
    void tokensThatAreMissingExpiredOrNotEnough() throws Exception {
        String expired = expiredToken();
        String harmless =
                Objects.requireNonNull(world.client(Scope.METRICS_READ).token());
        table().forEach(world, (operation, right) -> {
            if (!operation.secured()) {
                return;
            }
            for (String token : new String[] {expired, "x", "", "\"", expired.replace('.', ' ')}) {
                var problem = table().refuses(operation, right, Map.of("Authorization", "Bearer " + token), token);
                assertThat(problem.path("status").asInt()).isEqualTo(401);
            }
            var problem = table().refuses(operation, right, Map.of("Authorization", "Basic eDp5"), "another scheme");
            assertThat(problem.path("status").asInt()).isEqualTo(401);
            if (!operation.scopes().isEmpty()) {
                problem = table().refuses(operation, right, Map.of("Authorization", "Bearer " + harmless), "scope");
                assertThat(problem.path("status").asInt()).isEqualTo(403);
                assertThat(problem.path("detail").asString())
                        .contains(operation.scopes().getFirst());
            }
        });
    }

    @Test
    void pathsOfWhatIsNotThereOrNoId() throws Exception {
        table().forEach(world, (operation, right) -> {
            String[] template = operation.path().split("/", -1);
            for (int i = 0; i < template.length; i++) {
                if (!template[i].startsWith("{")) {
                    continue;
                }
                for (String bad : NO_IDS) {
                    table().refuses(operation, right.withPart(i, bad), Map.of(), template[i] + " is " + bad);
                }
                if (operation.answers().containsKey(404)) {
                    var unknown = right.withPart(i, unknown(right.path().split("[/?]", -1)[i]));
                    var problem = table().refuses(operation, unknown, Map.of(), "unknown " + template[i]);
                    assertThat(problem.path("status").asInt())
                            .as("%s: %s", operation, problem)
                            .isEqualTo(404);
                }
            }
        });
    }

    private static String unknown(String id) {
        return switch (id.length()) {
            case 16 -> UNKNOWN_16;
            case 32 -> UNKNOWN_32;
            case 4 -> "9998";
            case 3 -> "998";
            default -> "client-" + UNKNOWN_16;
        };
    }

    @Test
    void parametersThatAreUnknownTwiceMissingOrMalformed() throws Exception {
        table().forEach(world, (operation, right) -> {
            var bare = right.at(right.path().replaceFirst("\\?.*", ""));
            table().refuses(operation, right.withQuery("x=1"), Map.of(), "an unknown parameter");
            for (var parameter : operation.parameters()) {
                if (!parameter.in().equals("query")) {
                    continue;
                }
                String name = parameter.name();
                for (String bad : badValues(parameter)) {
                    var request = bare.withQuery(name + "=" + bad);
                    var problem = table().refuses(operation, request, Map.of(), name + " is " + bad);
                    boolean ofSeveral = problem.path("code").asString().equals("contradicting-fields");
                    assertThat(ofSeveral || !problem.path("field").asString().isEmpty())
                            .as("%s: %s", operation, problem)
                            .isTrue();
                }
                table().refuses(operation, bare.withQuery(name + "=1&" + name + "=1"), Map.of(), name + " twice");
                if (parameter.required()) {
                    var problem = table().refuses(operation, bare, Map.of(), "no " + name);
                    assertThat(problem.path("code").asString()).isEqualTo("missing-parameter");
                    assertThat(problem.path("field").asString()).isEqualTo(name);
                }
            }
        });
    }

    private static List<String> badValues(Operation.Parameter parameter) {
        var schema = parameter.schema();
        boolean hasForm = schema.has("pattern") || schema.has("enum");
        return switch (schema.path("type").asString("")) {
            case "integer" ->
                Stream.concat(
                                NO_NUMBERS.stream(),
                                schema.has("minimum")
                                        ? Stream.of(schema.path("minimum").asLong() - 1 + "")
                                        : Stream.of())
                        .toList();
            default ->
                hasForm
                        ? List.of("", "%20", "-", "ATOMIC", "TOP_UPS", "%00", "z".repeat(300), "%F0%9F%98%80")
                        : List.of("z".repeat(300));
        };
    }

    @Test
    void theWrongMediaTypesAndBodiesThatAreTooLarge() throws Exception {
        table().forEach(world, (operation, right) -> {
            var problem = table().refuses(operation, right, Map.of("Accept", "application/xml"), "XML wanted");
            assertThat(problem.path("status").asInt()).isEqualTo(406);
            if (operation.body() == null) {
                return;
            }
            for (String type :
                    new String[] {"text/plain", "application/xml", "x", "application/x-www-form-urlencoded"}) {
                problem = table().refuses(operation, right, Map.of("Content-Type", type), type);
                assertThat(problem.path("status").asInt()).isEqualTo(415);
            }
            if (!operation.takesLines()) {
                var large = right.withBody(right.bodyText() + " ".repeat(70_000));
                problem = table().refuses(operation, large, Map.of(), "oversized");
                assertThat(problem.path("status").asInt()).isEqualTo(413);
            }
        });
    }

    @Test
    void theTokenEndPointRefusesWhatIsWrongAsTheStandardSays() {
        String secret = world.operatorSecret();
        var nobody = world.anybody();
        for (String form : new String[] {
            "",
            "x",
            "grant_type=",
            "grant_type=password",
            "grant_type=client_credentials&scope=nothing",
            "grant_type=client_credentials&grant_type=client_credentials",
            "grant_type=%00",
            "{}",
            "grant_type=client_credentials&scope=" + "x".repeat(20_000),
            "grant_type=" + "x".repeat(100_000)
        }) {
            var reply = nobody.token("operator", secret, form);
            assertThat(reply.status()).as("%s: %s", form, reply.text()).isBetween(400, 499);
            assertThat(reply.json().path("error").asString("")).as(form).isNotEmpty();
        }
        for (String client : new String[] {"nobody", "", "client-" + UNKNOWN_16, "x".repeat(3_000)}) {
            var reply = nobody.token(client, secret, "grant_type=client_credentials");
            assertThat(reply.status()).as(client).isIn(400, 401);
            assertThat(reply.json().path("error").asString("")).isIn("invalid_client", "invalid_request");
        }
        assertThat(nobody.token("operator", secret + "x", "grant_type=client_credentials")
                        .status())
                .isEqualTo(401);
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
}
