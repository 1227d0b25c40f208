package sekisho.identity.pki;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import sekisho.identity.Octets;

/** Revocation lists (RFC 5280, section 5). */
final class Crls {
    private static final int CRL_SIGN = 6;

    private Crls() {}

    /** What a list says. Delta lists and lists of a part carry critical extensions, and say nothing here. */
    static Revocation.Status ask(Octets der, X509Certificate certificate, X509Certificate issuer, Instant now) {
        try {
            var crl = (X509CRL) Certificates.factory().generateCRL(new ByteArrayInputStream(der.toArray()));
            if (crl == null
                    || !crl.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                    || !maySign(issuer)
                    || (crl.getCriticalExtensionOIDs() != null
                            && !crl.getCriticalExtensionOIDs().isEmpty())) {
                return Revocation.Status.SAYS_NOTHING;
            }
            crl.verify(issuer.getPublicKey());
            boolean fresh = crl.getNextUpdate() != null
                    && !crl.getThisUpdate().toInstant().isAfter(now)
                    && crl.getNextUpdate().toInstant().isAfter(now);
            // An old list that names it is enough: revoked stays revoked.
            if (crl.isRevoked(certificate)) {
                return Revocation.Status.REVOKED;
            }
            return fresh ? Revocation.Status.GOOD : Revocation.Status.SAYS_NOTHING;
        } catch (GeneralSecurityException _) {
            return Revocation.Status.SAYS_NOTHING; // No list, or another's: as if it were not there.
        }
    }

    private static boolean maySign(X509Certificate issuer) {
        boolean[] usage = issuer.getKeyUsage();
        return usage == null || usage[CRL_SIGN];
    }
}
