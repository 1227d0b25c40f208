package sekisho.identity.passport;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Octets;
import sekisho.identity.Refusal;
import sekisho.identity.pki.Signatures;

/**
 * Active authentication (ICAO Doc 9303-11, section 6.1): the chip signs eight bytes of ours with a key that never leaves it,
 * whose public half is data group 15. A copy of a passport's data does not have it.
 */
final class ActiveAuthentication {
    private static final int TAG = 0x6F;
    private static final int EXPLICIT_TRAILER = 0xCC;

    private ActiveAuthentication() {}

    /** Refuses a chip that did not sign these eight bytes. */
    static void check(Octets dataGroup15, byte[] challenge, Octets signature) throws Refusal {
        PublicKey key = key(Tlv.value(dataGroup15.toArray(), TAG));
        Signatures.strong(key);
        boolean signed = switch (key) {
            case RSAPublicKey rsa -> rsa(rsa, challenge, signature.toArray());
            case ECPublicKey ec ->
                Signatures.isValid(hashFor(ec) + "withECDSAinP1363Format", ec, challenge, signature.toArray());
            default -> false;
        };
        if (!signed) {
            throw new Refusal(IdentityRefusal.ACTIVE_AUTHENTICATION_WRONG);
        }
    }

    private static PublicKey key(byte[] encoded) throws Refusal {
        try {
            var info = SubjectPublicKeyInfo.getInstance(encoded);
            boolean isRsa = info.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption);
            return KeyFactory.getInstance(isRsa ? "RSA" : "EC").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException _) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
    }

    /** Without data group 14, which could say otherwise, the hash follows the size of the curve. */
    private static String hashFor(ECPublicKey key) {
        int bits = key.getParams().getOrder().bitLength();
        return bits > 384 ? "SHA512" : bits > 256 ? "SHA384" : "SHA256";
    }

    /** ISO/IEC 9796-2, scheme 1: the hash's name stands in the trailer. SHA-1 is refused. */
    private static boolean rsa(RSAPublicKey key, byte[] challenge, byte[] signature) throws Refusal {
        var number = new BigInteger(1, signature);
        if (number.compareTo(key.getModulus()) >= 0) {
            return false;
        }
        BigInteger opened = number.modPow(key.getPublicExponent(), key.getModulus());
        int trailer = opened.intValue() & 0xFF;
        if (trailer != EXPLICIT_TRAILER) {
            // BC alone: SHA-1 without a name. Anything else: not signed by this key.
            if (trailer == 0xBC) {
                throw new Refusal(IdentityRefusal.WEAK_ALGORITHM);
            }
            return false;
        }
        Digest digest = switch (opened.shiftRight(8).intValue() & 0xFF) {
            case 0x38 -> new SHA224Digest();
            case 0x34 -> new SHA256Digest();
            case 0x36 -> new SHA384Digest();
            case 0x35 -> new SHA512Digest();
            case 0x33 -> throw new Refusal(IdentityRefusal.WEAK_ALGORITHM);
            default -> throw new Refusal(IdentityRefusal.ACTIVE_AUTHENTICATION_WRONG);
        };
        var verifier = new ISO9796d2Signer(new RSAEngine(), digest, false);
        try {
            verifier.init(false, new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent()));
            verifier.updateWithRecoveredMessage(signature);
        } catch (InvalidCipherTextException _) {
            return false;
        } catch (IllegalArgumentException _) {
            throw new Refusal(IdentityRefusal.MALFORMED); // No RSA key at all: its modulus has small factors.
        }
        verifier.update(challenge, 0, challenge.length);
        return !verifier.hasFullMessage() && verifier.verifySignature(signature);
    }
}
