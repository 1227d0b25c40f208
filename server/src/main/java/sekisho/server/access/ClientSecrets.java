package sekisho.server.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Secrets of clients: 256 random bits. Nobody chooses one, so there is nothing to guess, and a slow hash would only make
 * the token end point an easy target.
 */
public final class ClientSecrets {
    private static final String PREFIX = "sha256:";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    /** Secrets that follow from this key where a repeated request has to get the same one. */
    ClientSecrets(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** A new secret. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return text(bytes);
    }

    /** The secret that a request makes: the same for the same purpose, unknown without the key. */
    public String of(String purpose) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return text(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** What of a secret is stored. */
    public String hash(String secret) {
        return PREFIX + text(sha256(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** These hashes as the authorization server compares them. */
    PasswordEncoder comparing() {
        return new PasswordEncoder() {
            @Override
            public @Nullable String encode(@Nullable CharSequence secret) {
                return secret == null ? null : hash(secret.toString());
            }

            @Override
            public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
                return secret != null
                        && hash != null
                        && MessageDigest.isEqual(
                                hash(secret.toString()).getBytes(StandardCharsets.UTF_8),
                                hash.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
