package sekisho.server.production;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sekisho.identity.pki.DemoMark;
import sekisho.server.production.Objection.Code;

/**
 * Looks at the certificates and public keys that are trusted: those of the demonstration say so, certificates in their
 * subject, their issuer or by a mark of their own, keys in their id.
 */
final class TrustAnchors {
    private static final String DEMONSTRATION = "demonstration";

    private TrustAnchors() {}

    /** What must not be trusted in production among the files of a folder; empty where there is none. */
    static List<Objection> objections(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var objections = new ArrayList<Objection>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                look(file, objections);
            }
        }
        return objections;
    }

    /** What must not be trusted among files that settings name, with commas between. */
    static List<Objection> objections(Path keys, String files) throws IOException {
        var objections = new ArrayList<Objection>();
        for (String name : files.split(",", -1)) {
            Path file = keys.resolve(name.strip());
            if (name.isBlank() || !Files.isRegularFile(file)) {
                objections.add(new Objection(
                        Code.TRUST_ANCHOR_UNREADABLE, file + " is to be trusted and is not there. Name another."));
            } else {
                look(file, objections);
            }
        }
        return objections;
    }

    private static void look(Path file, List<Objection> objections) throws IOException {
        try {
            if (isDemonstration(file)) {
                objections.add(new Objection(
                        Code.DEMO_TRUST_ANCHOR, file + " is trusted and belongs to the demonstration. Remove it."));
            }
        } catch (CertificateException | ParseException e) {
            objections.add(new Objection(
                    Code.TRUST_ANCHOR_UNREADABLE, file + " is neither a certificate nor a JWK set. Remove it."));
        }
    }

    private static boolean isDemonstration(Path file) throws IOException, CertificateException, ParseException {
        if (file.toString().endsWith(".json")) {
            return JWKSet.parse(Files.readString(file)).getKeys().stream()
                    .map(JWK::getKeyID)
                    .anyMatch(id -> id != null && says(id));
        }
        try (InputStream in = Files.newInputStream(file)) {
            var all = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (all.isEmpty()) {
                throw new CertificateException("no certificate");
            }
            return all.stream()
                    .map(X509Certificate.class::cast)
                    .anyMatch(it -> DemoMark.isIn(it)
                            || says(it.getSubjectX500Principal().getName())
                            || says(it.getIssuerX500Principal().getName()));
        }
    }

    private static boolean says(String name) {
        return name.toLowerCase(Locale.ROOT).contains(DEMONSTRATION);
    }
}
