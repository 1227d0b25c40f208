package sekisho.identity.pki;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Octets;
import sekisho.identity.Refusal;

/** Reads certificates. */
public final class Certificates {
    private Certificates() {}

    /** One certificate in DER, with nothing after it. */
    public static X509Certificate read(Octets der) throws Refusal {
        Limits.check(der, Limits.CERTIFICATE);
        var bytes = new ByteArrayInputStream(der.toArray());
        try {
            var certificate = (X509Certificate) factory().generateCertificate(bytes);
            if (certificate == null || bytes.available() > 0) {
                throw new Refusal(IdentityRefusal.MALFORMED);
            }
            return certificate;
        } catch (CertificateException _) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
    }

    public static List<X509Certificate> read(List<Octets> all) throws Refusal {
        Limits.check(all, Limits.CERTIFICATE);
        var certificates = new ArrayList<X509Certificate>();
        for (Octets one : all) {
            certificates.add(read(one));
        }
        return certificates;
    }

    static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException("every JDK reads X.509", e);
        }
    }
}
