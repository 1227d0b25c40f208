package sekisho.identity.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import sekisho.identity.Octets;

/** Answers of OCSP responders (RFC 6960). */
final class OcspResponses {
    private OcspResponses() {}

    /**
     * What an answer says. It is signed by the issuer, or by a responder whom the issuer certified for that and whose own
     * certificate needs no check (id-pkix-ocsp-nocheck).
     */
    static Revocation.Status ask(Octets der, X509Certificate certificate, X509Certificate issuer, Instant now) {
        try {
            var response = new OCSPResp(der.toArray());
            if (response.getStatus() != OCSPResp.SUCCESSFUL
                    || !(response.getResponseObject() instanceof BasicOCSPResp basic)
                    || !isSigned(basic, new JcaX509CertificateHolder(issuer), issuer, now)) {
                return Revocation.Status.SAYS_NOTHING;
            }
            return status(basic, certificate, new JcaX509CertificateHolder(issuer), now);
        } catch (IOException
                | OCSPException
                | GeneralSecurityException
                | OperatorCreationException
                | CertException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException _) {
            // Bouncy Castle's parsers throw the last three at bytes that are no answer.
            return Revocation.Status.SAYS_NOTHING;
        }
    }

    private static Revocation.Status status(
            BasicOCSPResp basic, X509Certificate certificate, X509CertificateHolder issuer, Instant now)
            throws OperatorCreationException, OCSPException {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        for (SingleResp single : basic.getResponses()) {
            boolean isAbout = single.getCertID().getSerialNumber().equals(certificate.getSerialNumber())
                    && single.getCertID().matchesIssuer(issuer, digests);
            if (isAbout && single.getCertStatus() instanceof RevokedStatus) {
                return Revocation.Status.REVOKED;
            }
            boolean fresh = single.getNextUpdate() != null
                    && !single.getThisUpdate().toInstant().isAfter(now)
                    && single.getNextUpdate().toInstant().isAfter(now);
            // Bouncy Castle says good by saying nothing.
            if (isAbout && fresh && single.getCertStatus() == null) {
                return Revocation.Status.GOOD;
            }
        }
        return Revocation.Status.SAYS_NOTHING;
    }

    private static boolean isSigned(
            BasicOCSPResp basic, X509CertificateHolder issuer, X509Certificate issuerCertificate, Instant now)
            throws OperatorCreationException, OCSPException, CertException, GeneralSecurityException {
        ContentVerifierProvider byIssuer =
                new JcaContentVerifierProviderBuilder().build(issuerCertificate.getPublicKey());
        if (basic.isSignatureValid(byIssuer)) {
            return true;
        }
        for (X509CertificateHolder responder : List.of(basic.getCerts())) {
            if (responder.getIssuer().equals(issuer.getSubject())
                    && responder.isSignatureValid(byIssuer)
                    && mayAnswer(responder)
                    && !responder.getNotBefore().toInstant().isAfter(now)
                    && responder.getNotAfter().toInstant().isAfter(now)) {
                return basic.isSignatureValid(new JcaContentVerifierProviderBuilder().build(responder));
            }
        }
        return false;
    }

    private static boolean mayAnswer(X509CertificateHolder responder) {
        ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(responder.getExtensions());
        return usage != null
                && usage.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning)
                && responder.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck) != null;
    }
}
