package sekisho.core.trust;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import sekisho.protocol.Digest;
import sekisho.protocol.PublicKey;
import sekisho.protocol.Signature;

/** ECDSA on P-256 with SHA-256 (FIPS 186-5). A pure function: no chance, no state. */
public final class Es256 {

    private static final ECParameterSpec CURVE = curve();
    private static final BigInteger PRIME = ((ECFieldFp) CURVE.getCurve().getField()).getP();

    private Es256() {}

    /** Whether the key is a point of the curve: y² = x³ + ax + b, and below the prime. */
    public static boolean onCurve(PublicKey key) {
        BigInteger x = number(key.x());
        BigInteger y = number(key.y());
        if (x.compareTo(PRIME) >= 0 || y.compareTo(PRIME) >= 0) {
            return false;
        }
        BigInteger right = x.multiply(x)
                .add(CURVE.getCurve().getA())
                .multiply(x)
                .add(CURVE.getCurve().getB())
                .mod(PRIME);
        return y.multiply(y).mod(PRIME).equals(right);
    }

    /** Whether the holder of the key signed these bytes. */
    public static boolean verifies(PublicKey key, byte[] signed, Signature signature) {
        if (!inRange(signature.r()) || !inRange(signature.s()) || !onCurve(key)) {
            return false;
        }
        byte[] both = new byte[2 * Digest.LENGTH];
        System.arraycopy(signature.r().bytes(), 0, both, 0, Digest.LENGTH);
        System.arraycopy(signature.s().bytes(), 0, both, Digest.LENGTH, Digest.LENGTH);
        try {
            java.security.Signature verifier = java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key(key));
            verifier.update(signed);
            return verifier.verify(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a signature of the right form can be verified", e);
        }
    }

    private static boolean inRange(Digest half) {
        BigInteger number = number(half);
        return number.signum() > 0 && number.compareTo(CURVE.getOrder()) < 0;
    }

    private static ECPublicKey key(PublicKey key) throws GeneralSecurityException {
        ECPoint point = new ECPoint(number(key.x()), number(key.y()));
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, CURVE));
    }

    private static BigInteger number(Digest bits) {
        return new BigInteger(1, bits.bytes());
    }

    private static ECParameterSpec curve() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform of ours has P-256", e);
        }
    }
}
