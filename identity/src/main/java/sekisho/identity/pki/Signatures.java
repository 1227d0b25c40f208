package sekisho.identity.pki;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Refusal;

/** Plain signatures, with keys that are strong enough: RSA from 2,048 to 8,192 bits, elliptic curves from 256 bits. */
public final class Signatures {
    private static final int FEWEST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 8192;
    private static final int FEWEST_EC_BITS = 256;

    private Signatures() {}

    /**
     * Refuses a signature that is not this key's over these bytes: RSA by PKCS #1 v1.5 with SHA-256, ECDSA in DER with
     * SHA-256.
     */
    public static void check(PublicKey key, byte[] message, byte[] signature) throws Refusal {
        strong(key);
        String algorithm = key instanceof RSAPublicKey ? "SHA256withRSA" : "SHA256withECDSA";
        if (!isValid(algorithm, key, message, signature)) {
            throw new Refusal(IdentityRefusal.SIGNATURE_WRONG);
        }
    }

    /** Refuses a key that is too weak, too large, or of another kind. */
    public static void strong(PublicKey key) throws Refusal {
        boolean strong = switch (key) {
            case RSAPublicKey rsa ->
                rsa.getModulus().bitLength() >= FEWEST_RSA_BITS
                        && rsa.getModulus().bitLength() <= MOST_RSA_BITS;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= FEWEST_EC_BITS;
            default -> false;
        };
        if (!strong) {
            throw new Refusal(IdentityRefusal.WEAK_ALGORITHM);
        }
    }

    /** Whether a signature by a named algorithm of the JDK holds; false for one that cannot be read. */
    public static boolean isValid(String algorithm, PublicKey key, byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            return false; // Not a signature of that form.
        }
    }
}
