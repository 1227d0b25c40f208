package sekisho.identity.demo;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import sekisho.identity.Octets;
import sekisho.identity.chip.ChipProof;
import sekisho.identity.pki.RevocationData;

/** The card of somebody who does not exist. Immutable. */
public final class DemoCard {
    private final DemoAuthority authority;
    private final X509Certificate certificate;
    private final PrivateKey key;

    DemoCard(DemoAuthority authority, X509Certificate certificate, PrivateKey key) {
        this.authority = authority;
        this.certificate = certificate;
        this.key = key;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    PrivateKey key() {
        return key;
    }

    /** Signs a challenge, and staples both authorities' lists of this moment. */
    public ChipProof prove(Octets challenge) {
        return prove(challenge, new RevocationData(List.of(authority.crl(), authority.rootCrl()), List.of()));
    }

    /** Signs a challenge with other revocation information. */
    public ChipProof prove(Octets challenge, RevocationData stapled) {
        return new ChipProof(
                challenge,
                sign(ChipProof.message(challenge)),
                DemoAuthority.der(certificate),
                List.of(authority.issuing()),
                stapled);
    }

    private Octets sign(byte[] message) {
        try {
            var signer = Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signer.initSign(key);
            signer.update(message);
            return Octets.of(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
