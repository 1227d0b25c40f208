package sekisho.identity.demo;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import sekisho.identity.Octets;
import sekisho.identity.Refusal;
import sekisho.identity.pki.Certificates;

/** A key on a curve and its certificate, as a line of text: both in base 64, a blank between. */
record Kept(KeyPair key, X509Certificate certificate) {

    static Kept read(String line) {
        int blank = line.indexOf(' ');
        if (blank < 0) {
            throw new IllegalArgumentException("a line that was kept is a key and a certificate");
        }
        try {
            byte[] key = Base64.getDecoder().decode(line.substring(0, blank));
            X509Certificate certificate =
                    Certificates.read(Octets.of(Base64.getDecoder().decode(line.substring(blank + 1))));
            var secret = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
            return new Kept(new KeyPair(certificate.getPublicKey(), secret), certificate);
        } catch (GeneralSecurityException | Refusal bad) {
            throw new IllegalArgumentException("a line that was kept cannot be read", bad);
        }
    }

    String text() {
        var encoder = Base64.getEncoder();
        return encoder.encodeToString(key.getPrivate().getEncoded()) + " "
                + encoder.encodeToString(DemoAuthority.der(certificate).toArray());
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Kept[" + certificate.getSubjectX500Principal() + "]";
    }
}
