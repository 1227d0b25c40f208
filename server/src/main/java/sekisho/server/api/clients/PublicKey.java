package sekisho.server.api.clients;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A public key as a JWK (RFC 7517); private members are not known here. */
@Schema(description = "A public key (JWK, RFC 7517): P-256, Ed25519 or RSA of 2048 bits and more.")
record PublicKey(
        @Schema(example = "EC", maxLength = 3) String kty,
        @Schema(example = "2026-09", maxLength = 128) String kid,
        @Schema(example = "P-256", maxLength = 16) @Nullable String crv,
        @Schema(maxLength = 1024) @Nullable String x,
        @Schema(maxLength = 1024) @Nullable String y,
        @Schema(maxLength = 2048) @Nullable String n,
        @Schema(maxLength = 16) @Nullable String e,
        @Schema(example = "ES256", maxLength = 16) @Nullable String alg,
        @Schema(example = "sig", maxLength = 16) @Nullable String use) {

    /**
     * Its members, without those that are not there.
     *
     * @throws IllegalArgumentException if one is empty, too long or not of printable ASCII letters
     */
    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        put(members, "kty", kty, 3);
        put(members, "kid", kid, 128);
        put(members, "crv", crv, 16);
        put(members, "x", x, 1024);
        put(members, "y", y, 1024);
        put(members, "n", n, 2048);
        put(members, "e", e, 16);
        put(members, "alg", alg, 16);
        put(members, "use", use, 16);
        return members;
    }

    private static void put(Map<String, Object> members, String name, @Nullable String value, int most) {
        if (value == null) {
            return;
        }
        if (value.isEmpty()
                || value.length() > most
                || value.chars().anyMatch(letter -> letter <= ' ' || letter > '~')) {
            throw new IllegalArgumentException(name + " is 1 to " + most + " printable letters of ASCII");
        }
        members.put(name, value);
    }
}
