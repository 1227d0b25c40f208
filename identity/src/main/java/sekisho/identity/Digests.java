package sekisho.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes that every JDK has. */
public final class Digests {
    private Digests() {}

    public static Octets sha256(byte[] bytes) {
        return Octets.of(digest("SHA-256", bytes));
    }

    /**
     * A hash by name.
     *
     * @param algorithm SHA-224, SHA-256, SHA-384 or SHA-512
     */
    public static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
