package sekisho.identity.demo;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;
import sekisho.identity.Octets;
import sekisho.identity.passport.PassportProof;
import sekisho.identity.pki.RevocationData;

/** The passport of somebody who does not exist. Immutable. */
public final class DemoPassport {
    private final DemoCountry country;
    private final Octets securityObject;
    private final Octets dataGroup1;
    private final Optional<Octets> dataGroup15;
    private final Optional<KeyPair> key;

    DemoPassport(
            DemoCountry country,
            Octets securityObject,
            Octets dataGroup1,
            Optional<Octets> dataGroup15,
            Optional<KeyPair> key) {
        this.country = country;
        this.securityObject = securityObject;
        this.dataGroup1 = dataGroup1;
        this.dataGroup15 = dataGroup15;
        this.key = key;
    }

    /** What a reader gets for a challenge, with the authority's list of this moment. */
    public PassportProof prove(Octets challenge) {
        return prove(challenge, new RevocationData(List.of(country.crl()), List.of()));
    }

    /** The same with other revocation information. */
    public PassportProof prove(Octets challenge, RevocationData stapled) {
        return new PassportProof(
                challenge,
                securityObject,
                dataGroup1,
                dataGroup15,
                key.map(pair -> sign(pair.getPrivate(), PassportProof.chipChallenge(challenge))),
                stapled);
    }

    /** A chip with this passport's data and a key of its own: what a thief can make who once read the data. */
    public DemoPassport cloned() {
        return new DemoPassport(country, securityObject, dataGroup1, dataGroup15, Optional.of(Issuing.curveKey()));
    }

    private static Octets sign(PrivateKey key, byte[] challenge) {
        try {
            if (key instanceof RSAPrivateKey rsa) {
                return Octets.of(recoverable(rsa, challenge));
            }
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(key);
            signer.update(challenge);
            return Octets.of(signer.sign());
        } catch (GeneralSecurityException | CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    /** ISO/IEC 9796-2, scheme 1: random bytes that fill the signature, then the challenge. */
    private static byte[] recoverable(RSAPrivateKey key, byte[] challenge) throws CryptoException {
        var signer = new ISO9796d2Signer(new RSAEngine(), new SHA256Digest(), false);
        signer.init(true, new RSAKeyParameters(true, key.getModulus(), key.getPrivateExponent()));
        // Of the modulus, the hash, two bytes of trailer and one of header are not for the message.
        byte[] filling = Issuing.random(key.getModulus().bitLength() / 8 - 32 - 3);
        signer.update(filling, 0, filling.length);
        signer.update(challenge, 0, challenge.length);
        return signer.generateSignature();
    }
}
