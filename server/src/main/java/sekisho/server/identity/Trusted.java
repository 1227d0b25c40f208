package sekisho.server.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sekisho.identity.chip.CertificateProfile;
import sekisho.identity.pki.TrustAnchors;

/**
 * Whose cards and passports are believed.
 *
 * @param profile where cards' certificates say what
 * @param cards authorities of cards
 * @param passports states' authorities for passports
 */
record Trusted(CertificateProfile profile, TrustAnchors cards, TrustAnchors passports) {
    private static final String PREFIX = "sekisho.identity.";

    /** What nobody's certificate has: without a profile no card is taken. */
    private static final CertificateProfile NO_PROFILE =
            new CertificateProfile(Set.of("0.0"), Set.of(), "0.0", "0.0", "0.0", "0.0");

    /** A demonstration: the made-up authorities, and nobody else. */
    static Trusted demonstration(DemoDocuments demo) {
        return new Trusted(
                CertificateProfile.DEMO,
                TrustAnchors.demonstration(List.of(demo.cardAnchor())),
                TrustAnchors.demonstration(List.of(demo.passportAnchor())));
    }

    /**
     * Who is configured; nobody, where nothing is. Files of certificates are named with commas between, and lie in the folder of the
     * keys unless their path is absolute.
     *
     * @throws IllegalArgumentException if an authority is a demonstration's, or a card's profile is not complete
     */
    static Trusted configured(Function<String, @Nullable String> properties, Path keys) {
        var cards = TrustAnchors.production(certificates(properties.apply(PREFIX + "card-anchors"), keys));
        return new Trusted(
                cards.isEmpty() ? NO_PROFILE : profile(properties),
                cards,
                TrustAnchors.production(certificates(properties.apply(PREFIX + "passport-anchors"), keys)));
    }

    /** Whether a made-up authority is among them. */
    boolean isDemonstration() {
        return cards.haveDemo() || passports.haveDemo();
    }

    private static CertificateProfile profile(Function<String, @Nullable String> properties) {
        return new CertificateProfile(
                identifiers(properties, "signature-policies"),
                identifiers(properties, "authentication-policies"),
                needed(properties, "name"),
                needed(properties, "address"),
                needed(properties, "birth-date"),
                needed(properties, "gender"));
    }

    private static Set<String> identifiers(Function<String, @Nullable String> properties, String name) {
        return Arrays.stream(needed(properties, name).split(","))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String needed(Function<String, @Nullable String> properties, String name) {
        String value = properties.apply(PREFIX + "card." + name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(PREFIX + "card." + name
                    + " is missing: without it no card can be read. The authority's certificate profile says it.");
        }
        return value.strip();
    }

    private static List<X509Certificate> certificates(@Nullable String files, Path keys) {
        if (files == null || files.isBlank()) {
            return List.of();
        }
        return Arrays.stream(files.split(","))
                .map(String::strip)
                .flatMap(file -> read(keys.resolve(file)).stream())
                .toList();
    }

    private static List<X509Certificate> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> all = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (all.isEmpty()) {
                throw new IllegalArgumentException("the trust anchor " + file + " has no certificate");
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("the trust anchor " + file + " cannot be read", e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("the trust anchor " + file + " is no certificate", e);
        }
    }
}
