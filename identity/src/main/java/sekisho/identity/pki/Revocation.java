package sekisho.identity.pki;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Octets;
import sekisho.identity.Refusal;

/**
 * Whether certificates of a path were revoked. For each below the anchor, one list or answer that is signed by its issuer
 * and fresh has to call it good, and none may call it revoked. What cannot be read, is stale or signed by somebody else
 * counts as if it were not there.
 */
public final class Revocation {
    private final RevocationSource source;

    public Revocation(RevocationSource source) {
        this.source = source;
    }

    /** Refuses if a certificate was revoked, or nobody says that it was not. */
    public void check(CertifiedPath path, RevocationData stapled, Instant now) throws Refusal {
        Limits.check(stapled.crls(), Limits.CRL);
        Limits.check(stapled.ocspResponses(), Limits.OCSP_RESPONSE);
        List<X509Certificate> certificates = path.certificates();
        for (int i = 0; i + 1 < certificates.size(); i++) {
            check(certificates.get(i), certificates.get(i + 1), stapled, now);
        }
    }

    private void check(X509Certificate certificate, X509Certificate issuer, RevocationData stapled, Instant now)
            throws Refusal {
        boolean good = isGood(certificate, issuer, stapled, now);
        if (!good) {
            RevocationData fetched = source.fetch(certificate, issuer);
            Limits.check(fetched.crls(), Limits.CRL);
            Limits.check(fetched.ocspResponses(), Limits.OCSP_RESPONSE);
            good = isGood(certificate, issuer, fetched, now);
        }
        if (!good) {
            throw new Refusal(IdentityRefusal.REVOCATION_UNKNOWN);
        }
    }

    private static boolean isGood(X509Certificate certificate, X509Certificate issuer, RevocationData data, Instant now)
            throws Refusal {
        boolean good = false;
        for (Octets crl : data.crls()) {
            good |= isGood(Crls.ask(crl, certificate, issuer, now), IdentityRefusal.REVOKED_BY_CRL);
        }
        for (Octets response : data.ocspResponses()) {
            good |= isGood(OcspResponses.ask(response, certificate, issuer, now), IdentityRefusal.REVOKED_BY_OCSP);
        }
        return good;
    }

    private static boolean isGood(Status status, IdentityRefusal ifRevoked) throws Refusal {
        return switch (status) {
            case GOOD -> true;
            case REVOKED -> throw new Refusal(ifRevoked);
            case SAYS_NOTHING -> false;
        };
    }

    /** What one piece of information says about one certificate. */
    enum Status {
        GOOD,
        REVOKED,
        SAYS_NOTHING
    }
}
