package sekisho.identity.pki;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Refusal;

/**
 * Validates certification paths by RFC 5280, with the JDK's validator. It is told not to look at revocation, because it
 * would fetch lists by itself; {@link Revocation} does that from what is handed in.
 */
public final class Paths {
    private final TrustAnchors anchors;

    public Paths(TrustAnchors anchors) {
        this.anchors = anchors;
    }

    /**
     * The path from a certificate to an anchor.
     *
     * @param between certificates of authorities in between, in any order
     * @param policies of which the path has to be valid for one; empty for any
     */
    public CertifiedPath validate(
            X509Certificate leaf, List<X509Certificate> between, Set<String> policies, Instant now) throws Refusal {
        List<X509Certificate> path = upwards(leaf, between);
        try {
            var parameters = new PKIXParameters(anchors.forPath(path.getLast()));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            if (!policies.isEmpty()) {
                parameters.setInitialPolicies(policies);
                parameters.setExplicitPolicyRequired(true);
            }
            var result = (PKIXCertPathValidatorResult) CertPathValidator.getInstance("PKIX")
                    .validate(Certificates.factory().generateCertPath(path), parameters);
            X509Certificate anchor = result.getTrustAnchor().getTrustedCert();
            // The validator takes an anchor as it is.
            if (anchor.getNotAfter().toInstant().isBefore(now)) {
                throw new Refusal(IdentityRefusal.ISSUER_NOT_TRUSTED);
            }
            path.add(anchor);
            return new CertifiedPath(path);
        } catch (CertPathValidatorException e) {
            throw new Refusal(reason(e));
        } catch (InvalidAlgorithmParameterException _) {
            throw new Refusal(IdentityRefusal.ISSUER_NOT_TRUSTED); // No anchor of that name.
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK validates paths", e);
        }
    }

    /** From the leaf to the certificate whose issuer is an anchor; as far as names lead. */
    private List<X509Certificate> upwards(X509Certificate leaf, List<X509Certificate> between) {
        var path = new ArrayList<X509Certificate>();
        path.add(leaf);
        var left = new ArrayList<>(between);
        while (anchors.issuersOf(path.getLast()).isEmpty()) {
            X509Certificate below = path.getLast();
            var issuer = left.stream()
                    .filter(one -> one.getSubjectX500Principal().equals(below.getIssuerX500Principal()))
                    .findFirst();
            if (issuer.isEmpty()) {
                return path;
            }
            left.remove(issuer.get());
            path.add(issuer.get());
        }
        return path;
    }

    private static IdentityRefusal reason(CertPathValidatorException e) {
        if (e.getReason() instanceof BasicReason basic) {
            return switch (basic) {
                case EXPIRED -> IdentityRefusal.CERTIFICATE_EXPIRED;
                case NOT_YET_VALID -> IdentityRefusal.CERTIFICATE_NOT_YET_VALID;
                case ALGORITHM_CONSTRAINED -> IdentityRefusal.WEAK_ALGORITHM;
                case INVALID_SIGNATURE, UNSPECIFIED -> IdentityRefusal.ISSUER_NOT_TRUSTED;
                case REVOKED, UNDETERMINED_REVOCATION_STATUS -> IdentityRefusal.REVOCATION_UNKNOWN;
            };
        }
        return e.getReason() == PKIXReason.INVALID_POLICY
                ? IdentityRefusal.POLICY_NOT_ACCEPTED
                : IdentityRefusal.ISSUER_NOT_TRUSTED;
    }
}
