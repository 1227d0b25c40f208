package sekisho.identity.pki;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A path that was validated.
 *
 * @param certificates from the person's (or signer's) upwards, the anchor last
 */
public record CertifiedPath(List<X509Certificate> certificates) {

    public CertifiedPath {
        certificates = List.copyOf(certificates);
    }

    /** Whether it leads to an authority that does not exist. */
    public boolean isDemonstration() {
        return DemoMark.isIn(certificates.getLast());
    }

    public X509Certificate leaf() {
        return certificates.getFirst();
    }
}
