package sekisho.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** One Keycloak for all tests, with realms as banks. It starts with the first test that asks, and ends with this process. */
final class Realms {
    /** Keycloak's profile wants https here too. Nobody listens: a visitor takes the address to the server by hand. */
    static final String RETURNS_AT = "https://localhost:8443";

    static final Realm ONE = realm("bank-one", 901, "a", "c");
    static final Realm TWO = realm("bank-two", 902, "b", "d");
    /** Its ID tokens are for somebody else besides, where a server asks as {@link Realm#SHARED_CLIENT}. */
    static final Realm SHARED = realm("bank-shared", 903, "e", "f");
    /** Ours at both banks. */
    static final ECKey KEY = key();

    private Realms() {}

    /** Keycloak, running. */
    static KeycloakServer keycloak() {
        return Held.KEYCLOAK;
    }

    /** Keycloak looks for keys by their use: one without is not found. */
    static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Realm realm(String name, int code, String account, String mandate) {
        URI back = URI.create(RETURNS_AT + "/link/return/fapi/0" + code);
        return new Realm(name, account.repeat(32), mandate.repeat(32), back);
    }

    private static final class Held {
        static final KeycloakServer KEYCLOAK = start();

        private static KeycloakServer start() {
            Path home = Path.of(Objects.requireNonNull(System.getProperty("sekisho.keycloak"), "set by the build"));
            try {
                return KeycloakServer.start(
                        home,
                        Map.of(
                                ONE.name(), ONE.json(KEY),
                                TWO.name(), TWO.json(KEY),
                                SHARED.name(), SHARED.json(KEY)));
            } catch (IOException e) {
                throw new IllegalStateException("Keycloak does not start", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
