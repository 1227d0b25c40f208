package sekisho.server.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import sekisho.wire.home.SafeFiles;

/**
 * The keys that sign access tokens, P-256 (ES256). They are made at the first start and lie in a file that only its
 * owner can read. The first key of the file signs; all of them are published, so that a new key can be put in front
 * of the old one.
 */
final class SigningKeys {
    private final JWKSet keys;

    private SigningKeys(JWKSet keys) {
        this.keys = keys;
    }

    /** Reads the file, or makes it. */
    static SigningKeys in(Path file) {
        try {
            if (!Files.exists(file)) {
                SafeFiles.writePrivate(file, new JWKSet(newKey()).toString(false) + "\n");
            }
            var keys = JWKSet.parse(Files.readString(file));
            if (keys.getKeys().isEmpty() || !keys.getKeys().stream().allMatch(SigningKeys::isUsable)) {
                throw new IllegalStateException(file + " must hold private P-256 keys with ids, at least one");
            }
            return new SigningKeys(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(file + " is not a JWK set", e);
        }
    }

    /** The key that signs. */
    ECKey signing() {
        return keys.getKeys().getFirst().toECKey();
    }

    /** All keys, private parts included. */
    JWKSet all() {
        return keys;
    }

    /** The key that signs alone, private part included. */
    JWKSet signingOnly() {
        return new JWKSet(List.<JWK>of(signing()));
    }

    /** Secret bytes that follow from the signing key. */
    byte[] derived(String purpose) {
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes(signing().getD().decode());
        bytes.writeBytes(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return ClientSecrets.sha256(bytes.toByteArray());
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    private static boolean isUsable(JWK key) {
        return key instanceof ECKey ec && ec.isPrivate() && ec.getCurve().equals(Curve.P_256) && ec.getKeyID() != null;
    }
}
