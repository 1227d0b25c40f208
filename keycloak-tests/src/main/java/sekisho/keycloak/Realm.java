package sekisho.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A realm that is a bank. Keycloak has no OpenID Connect for Identity Assurance: {@code verified_claims} and everything
 * else that is agreed with a bank are mapped from attributes of the user, {@code amr} is always the same, and the purpose is
 * mapped from the scope that was asked for.
 *
 * @param serverReturn where a browser comes back to a real server
 */
record Realm(String name, String account, String mandate, URI serverReturn) {
    /** Where a browser comes back that goes to no server. */
    static final URI RETURN = URI.create("https://localhost:8443/link/return/fapi/0000");
    /** What we are at each bank. */
    static final String CLIENT = "sekisho";
    /** The same, but its ID tokens are for somebody else besides. */
    static final String SHARED_CLIENT = "sekisho-shared";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> PURPOSES = List.of("link", "prove", "reverify", "unlock");

    /** The file to import. */
    String json(ECKey client) {
        var shared = new ArrayList<>(mappers());
        shared.add(mapper(
                "audience",
                "oidc-audience-mapper",
                Map.of("included.custom.audience", "somebody-else", "id.token.claim", "true")));
        String clients = Stream.of(client(CLIENT, client, mappers()), client(SHARED_CLIENT, client, shared))
                .map(MAPPER::writeValueAsString)
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
        String scopes = PURPOSES.stream()
                .map(Realm::scope)
                .map(MAPPER::writeValueAsString)
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
        return template()
                .replace("@realm@", name)
                .replace("@account@", account)
                .replace("@mandate@", mandate)
                .replace("@scopes@", scopes)
                .replace("@clients@", clients);
    }

    private Map<String, Object> client(String id, ECKey key, List<Map<String, Object>> mappers) {
        var client = new LinkedHashMap<String, Object>();
        client.put("clientId", id);
        client.put("enabled", true);
        client.put("protocol", "openid-connect");
        client.put("publicClient", false);
        client.put("standardFlowEnabled", true);
        client.put("implicitFlowEnabled", false);
        client.put("directAccessGrantsEnabled", false);
        client.put("fullScopeAllowed", false);
        client.put("consentRequired", true);
        client.put("clientAuthenticatorType", "client-jwt");
        client.put("redirectUris", List.of(RETURN.toString(), serverReturn.toString()));
        client.put("defaultClientScopes", List.of());
        client.put("optionalClientScopes", PURPOSES);
        client.put(
                "attributes",
                Map.of(
                        "use.jwks.string", "true",
                        "jwks.string", new JWKSet(key.toPublicJWK()).toString(),
                        "token.endpoint.auth.signing.alg", "ES256",
                        "id.token.signed.response.alg", "ES256",
                        "access.token.signed.response.alg", "ES256",
                        "require.pushed.authorization.requests", "true",
                        "pkce.code.challenge.method", "S256",
                        "dpop.bound.access.tokens", "true"));
        client.put("protocolMappers", mappers);
        return client;
    }

    private static List<Map<String, Object>> mappers() {
        return List.of(
                mapper("sub", "oidc-sub-mapper", Map.of("access.token.claim", "true")),
                mapper(
                        "auth_time",
                        "oidc-usersessionmodel-note-mapper",
                        claim("auth_time", "long", Map.of("user.session.note", "AUTH_TIME"))),
                mapper(
                        "amr",
                        "oidc-hardcoded-claim-mapper",
                        claim("amr", "JSON", Map.of("claim.value", "[\"pwd\",\"otp\"]"))),
                attribute("account", "String"),
                attribute("mandate", "String"),
                attribute("notice", "String"),
                attribute("account_shown", "JSON"),
                attribute("verified_claims", "JSON"),
                // A name beside verified_claims, which counts for nothing.
                mapper("name", "oidc-full-name-mapper", Map.of("id.token.claim", "true")));
    }

    private static Map<String, Object> scope(String purpose) {
        return Map.of(
                "name",
                purpose,
                "protocol",
                "openid-connect",
                "attributes",
                Map.of(
                        "include.in.token.scope",
                        "true",
                        "display.on.consent.screen",
                        "true",
                        "consent.screen.text",
                        purpose),
                "protocolMappers",
                List.of(mapper(
                        "purpose",
                        "oidc-hardcoded-claim-mapper",
                        claim("purpose", "String", Map.of("claim.value", purpose)))));
    }

    private static Map<String, Object> attribute(String name, String type) {
        return mapper(name, "oidc-usermodel-attribute-mapper", claim(name, type, Map.of("user.attribute", name)));
    }

    private static Map<String, String> claim(String name, String type, Map<String, String> more) {
        var config = new LinkedHashMap<>(more);
        config.put("claim.name", name);
        config.put("jsonType.label", type);
        config.put("id.token.claim", "true");
        return config;
    }

    private static Map<String, Object> mapper(String name, String type, Map<String, String> config) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", type, "config", config);
    }

    private static String template() {
        try (var stream = Realm.class.getResourceAsStream("bank.json")) {
            if (stream == null) {
                throw new IllegalStateException("bank.json is not beside its class");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
