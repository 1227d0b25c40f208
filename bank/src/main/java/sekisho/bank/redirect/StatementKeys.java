package sekisho.bank.redirect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Digest;
import sekisho.protocol.PublicKey;

/**
 * The keys with which a bank signs statements: P-256, {@code use} {@code statement}, {@code kid} {@code statement-} and the
 * key's number. They sign nothing else, and no other key signs statements.
 */
public final class StatementKeys {
    private static final KeyUse USE = new KeyUse("statement");
    private static final Pattern ID = Pattern.compile("statement-([1-9][0-9]{0,4})");
    private static final int LARGEST_NUMBER = 0xFFFF;

    private final SortedMap<Integer, ECKey> byNumber = new TreeMap<>();

    private StatementKeys() {}

    /** Those of a bank's published set; what is no such key is left out. */
    public static StatementKeys of(JWKSet published) {
        var keys = new StatementKeys();
        for (JWK one : published.getKeys()) {
            Matcher id = ID.matcher(String.valueOf(one.getKeyID()));
            if (one instanceof ECKey key
                    && Curve.P_256.equals(key.getCurve())
                    && USE.equals(key.getKeyUse())
                    && id.matches()
                    && Integer.parseInt(id.group(1)) <= LARGEST_NUMBER) {
                keys.byNumber.put(Integer.parseInt(id.group(1)), key.toPublicJWK());
            }
        }
        return keys;
    }

    /** By their numbers, as the engine is told of them. */
    public SortedMap<Integer, PublicKey> byNumber() {
        var keys = new TreeMap<Integer, PublicKey>();
        byNumber.forEach((number, key) -> keys.put(
                number,
                new PublicKey(
                        coordinate(key.getX().decodeToBigInteger()),
                        coordinate(key.getY().decodeToBigInteger()))));
        return keys;
    }

    boolean has(int number) {
        return byNumber.containsKey(number);
    }

    /** Whether the key with a number has signed exactly these bytes. */
    boolean verify(int number, byte[] signed, sekisho.protocol.Signature signature) {
        @Nullable ECKey key = byNumber.get(number);
        if (key == null) {
            return false;
        }
        try {
            var verifier = java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key.toECPublicKey());
            verifier.update(signed);
            return verifier.verify(bytes(signature));
        } catch (GeneralSecurityException | JOSEException e) {
            // A number outside of its range, or a point that is not on the curve.
            return false;
        }
    }

    private static byte[] bytes(sekisho.protocol.Signature signature) {
        byte[] both = new byte[2 * Digest.LENGTH];
        System.arraycopy(signature.r().bytes(), 0, both, 0, Digest.LENGTH);
        System.arraycopy(signature.s().bytes(), 0, both, Digest.LENGTH, Digest.LENGTH);
        return both;
    }

    private static Digest coordinate(BigInteger number) {
        byte[] magnitude = number.toByteArray();
        byte[] bytes = new byte[Digest.LENGTH];
        int length = Math.min(magnitude.length, Digest.LENGTH);
        System.arraycopy(magnitude, magnitude.length - length, bytes, Digest.LENGTH - length, length);
        return Digest.of(bytes);
    }
}
