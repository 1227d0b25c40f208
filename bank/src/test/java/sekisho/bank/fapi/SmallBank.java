package sekisho.bank.fapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bank of FAPI 2.0 that is as strict as one should be, and misbehaves in one way if it is told to. Its customer has
 * always agreed by the time that {@link #agree} is called.
 */
final class SmallBank implements AutoCloseable {
    static final String ACCOUNT = "a".repeat(32);
    static final String MANDATE = "c".repeat(32);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpServer server;
    private final StrictDoor door;
    private final Map<String, AuthenticationRequest> pushed = new ConcurrentHashMap<>();
    private final Map<String, AuthenticationRequest> codes = new ConcurrentHashMap<>();

    // What a test changes; each is what a good bank does until then.
    ECKey publishedKey = Keys.next();
    ECKey signingKey = publishedKey;
    JWSAlgorithm algorithm = JWSAlgorithm.ES256;
    Consumer<Map<String, Object>> metadata = _ -> {};
    Consumer<Map<String, Object>> claims = _ -> {};
    Consumer<Map<String, Object>> tokens = _ -> {};
    Consumer<Map<String, Object>> pushAnswer = _ -> {};
    int tokenStatus = 200;
    int pushes;
    int redemptions;

    SmallBank(String clientId, ECKey client) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        door = new StrictDoor(issuer(), clientId, client.toPublicJWK());
        server.createContext("/bank/.well-known/openid-configuration", exchange -> answer(exchange, 200, published()));
        server.createContext(
                "/bank/keys",
                exchange -> answer(
                        exchange, 200, new JWKSet(publishedKey).toPublicJWKSet().toJSONObject()));
        server.createContext("/bank/par", this::push);
        server.createContext("/bank/token", this::redeem);
        server.start();
    }

    URI issuer() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/bank");
    }

    StrictDoor door() {
        return door;
    }

    /** The customer logs in and agrees: the query with which the browser goes back. */
    String agree(URI goTo) {
        var asked = URLUtils.parseParameters(goTo.getRawQuery());
        if (!asked.keySet().equals(Set.of("client_id", "request_uri"))) {
            throw new AssertionError("more than a name in the address: " + goTo);
        }
        AuthenticationRequest request = pushed.remove(first(asked, "request_uri"));
        if (request == null) {
            throw new AssertionError("nobody pushed " + goTo);
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, request);
        return query("code", code, "state", request.getState().getValue(), "iss", issuer().toString());
    }

    /** A parameter's first value. */
    static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).getFirst();
    }

    static String query(String... pairs) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], List.of(pairs[i + 1]));
        }
        return URLUtils.serializeParameters(parameters);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Map<String, Object> published() {
        var all = new LinkedHashMap<String, Object>();
        all.put("issuer", issuer().toString());
        all.put("authorization_endpoint", issuer() + "/login");
        all.put("pushed_authorization_request_endpoint", issuer() + "/par");
        all.put("token_endpoint", issuer() + "/token");
        all.put("jwks_uri", issuer() + "/keys");
        all.put("response_types_supported", List.of("code"));
        metadata.accept(all);
        return all;
    }

    private void push(HttpExchange exchange) throws IOException {
        pushes++;
        StrictDoor.Checked checked = door.check(exchange, issuer() + "/par");
        if (checked.error() != null) {
            answer(exchange, 400, Map.of("error", checked.error()));
            return;
        }
        AuthenticationRequest request = door.authorisation(checked.parameters());
        String name = "urn:ietf:params:oauth:request_uri:" + UUID.randomUUID();
        pushed.put(name, request);
        var answer = new LinkedHashMap<String, Object>(Map.of("request_uri", name, "expires_in", 60));
        pushAnswer.accept(answer);
        answer(exchange, answer.containsKey("error") ? 400 : 201, answer);
    }

    private void redeem(HttpExchange exchange) throws IOException {
        redemptions++;
        StrictDoor.Checked checked = door.check(exchange, issuer() + "/token");
        // A request that was not let in has not used its code up.
        @Nullable
        AuthenticationRequest request =
                checked.error() == null ? codes.remove(checked.parameters().getOrDefault("code", "")) : null;
        @Nullable String error = checked.error() == null && request == null ? "invalid_grant" : checked.error();
        if (error == null && request != null) {
            error = door.grantError(checked, request);
        }
        if (error != null || request == null) {
            answer(exchange, 400, Map.of("error", String.valueOf(error)));
            return;
        }
        var access = new DPoPAccessToken("token-" + UUID.randomUUID());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", access.getValue());
        answer.put("token_type", "DPoP");
        answer.put("expires_in", 60);
        answer.put("id_token", idToken(request, access));
        tokens.accept(answer);
        answer(exchange, tokenStatus, answer);
    }

    private String idToken(AuthenticationRequest request, DPoPAccessToken access) {
        long now = System.currentTimeMillis() / 1000;
        var all = new LinkedHashMap<String, Object>();
        all.put("iss", issuer().toString());
        all.put("sub", "customer-7");
        all.put("aud", request.getClientID().getValue());
        all.put("iat", now);
        all.put("exp", now + 300);
        all.put("auth_time", now);
        all.put("nonce", request.getNonce().getValue());
        all.put(
                "at_hash",
                AccessTokenHash.compute(access, JWSAlgorithm.ES256, null).getValue());
        all.put("amr", List.of("pwd", "otp", "mfa"));
        all.put("purpose", request.getScope().toStringList().getLast());
        all.put("account", ACCOUNT);
        all.put("mandate", MANDATE);
        all.put("account_shown", Map.of("ja", "本店・普通・＊＊＊＊412", "en", "Head Office, ordinary, ****412"));
        all.put("notice", "app");
        all.put(
                "verified_claims",
                Map.of(
                        "verification", Map.of("trust_framework", "jp_aml"),
                        "claims", Map.of("name", "汐見 花子", "birthdate", "1990-04-01", "phone_number", "+819012345678")));
        claims.accept(all);
        return sign(all);
    }

    private String sign(Map<String, Object> all) {
        try {
            if (algorithm.equals(new JWSAlgorithm("none"))) {
                return new com.nimbusds.jwt.PlainJWT(JWTClaimsSet.parse(all)).serialize();
            }
            var jws = new JWSObject(
                    new JWSHeader.Builder(algorithm)
                            .keyID(signingKey.getKeyID())
                            .build(),
                    new Payload(MAPPER.writeValueAsBytes(all)));
            jws.sign(
                    algorithm.equals(JWSAlgorithm.HS256)
                            ? new com.nimbusds.jose.crypto.MACSigner(
                                    publishedKey.toPublicJWK().toJSONString())
                            : new ECDSASigner(signingKey));
            return jws.serialize();
        } catch (JOSEException | java.text.ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = MAPPER.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Reads the form of a request. */
    static Map<String, String> form(HttpExchange exchange) throws IOException {
        var form = new LinkedHashMap<String, String>();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        URLUtils.parseParameters(body).forEach((name, values) -> form.put(name, values.getFirst()));
        return form;
    }
}
