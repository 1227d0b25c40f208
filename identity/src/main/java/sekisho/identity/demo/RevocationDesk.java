package sekisho.identity.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import sekisho.identity.Octets;

/** What an authority says of certificates that it revoked. Safe for all threads. */
final class RevocationDesk {
    private static final Duration GOOD_FOR = Duration.ofHours(24);

    private final X509Certificate authority;
    private final KeyPair key;
    private final InstantSource clock;
    private final Map<BigInteger, Instant> revoked = new ConcurrentSkipListMap<>();

    RevocationDesk(X509Certificate authority, KeyPair key, InstantSource clock) {
        this.authority = authority;
        this.key = key;
        this.clock = clock;
    }

    void revoke(X509Certificate certificate) {
        revoked.putIfAbsent(certificate.getSerialNumber(), clock.instant());
    }

    Octets crl() {
        Instant now = clock.instant();
        try {
            var builder = new X509v2CRLBuilder(new JcaX509CertificateHolder(authority).getSubject(), Date.from(now));
            builder.setNextUpdate(Date.from(now.plus(GOOD_FOR)));
            revoked.forEach((serial, at) -> builder.addCRLEntry(serial, Date.from(at), CRLReason.keyCompromise));
            return Octets.of(builder.build(Issuing.signer(key.getPrivate())).getEncoded());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer about one certificate, signed by the authority itself. */
    Octets ocsp(X509Certificate certificate) {
        return ocsp(certificate, key.getPublic(), key.getPrivate());
    }

    /** The same, signed by somebody else, whose certificates come with it. */
    Octets ocsp(
            X509Certificate certificate, PublicKey signer, PrivateKey signing, X509Certificate... signersCertificates) {
        try {
            Instant now = clock.instant();
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
            var id = new CertificateID(
                    digests.get(CertificateID.HASH_SHA1),
                    new JcaX509CertificateHolder(authority),
                    certificate.getSerialNumber());
            var builder = new BasicOCSPRespBuilder(
                    SubjectPublicKeyInfo.getInstance(signer.getEncoded()), digests.get(CertificateID.HASH_SHA1));
            Instant at = revoked.get(certificate.getSerialNumber());
            CertificateStatus status =
                    at == null ? CertificateStatus.GOOD : new RevokedStatus(Date.from(at), CRLReason.keyCompromise);
            builder.addResponse(id, status, Date.from(now), Date.from(now.plus(GOOD_FOR)));
            var chain = new X509CertificateHolder[signersCertificates.length];
            for (int i = 0; i < chain.length; i++) {
                chain[i] = new JcaX509CertificateHolder(signersCertificates[i]);
            }
            var basic = builder.build(Issuing.signer(signing), chain, Date.from(now));
            OCSPResp response = new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic);
            return Octets.of(response.getEncoded());
        } catch (GeneralSecurityException | OperatorCreationException | OCSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
