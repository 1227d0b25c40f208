package sekisho.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("JavaUtilDate") // the library's times
final class PublishedKeysTest {
    private static final String ISSUER = "https://issuer.example";

    private ECKey key;
    private HttpServer issuer;
    private URI base;

    @BeforeEach
    void publish() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        issuer.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/keys");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        issuer.start();
        base = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    private String token() throws Exception {
        Instant now = Instant.now();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(TokenVerifier.TYPE)
                        .keyID("k")
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AccessSettings.AUDIENCE)
                        .subject("c")
                        .claim("client_id", "c")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .jwtID(UUID.randomUUID().toString())
                        .build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private TokenVerifier verifier(String path) {
        return TokenVerifier.foreign(AccessSettings.of(ISSUER, Path.of("none")), URI.create(base + path));
    }

    @Test
    void anotherIssuersTokenIsBelievedByTheKeysAtItsConfiguredAddress() throws Exception {
        assertThat(verifier("/keys").verify(token())).isNotNull();
    }

    @Test
    void keysThatHaveMovedAreNotFollowed() throws Exception {
        assertThat(verifier("/moved").verify(token())).isNull();
        assertThatThrownBy(() -> new PublishedKeys(base)
                        .retrieveResource(URI.create(base + "/moved").toURL()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("302");
    }

    @Test
    void keysAreFetchedFromNoOtherHost() {
        assertThatThrownBy(() -> new PublishedKeys(base)
                        .retrieveResource(
                                URI.create("https://issuer.example/keys").toURL()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new PublishedKeys(URI.create("http://issuer.example/keys")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
