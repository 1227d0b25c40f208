package sekisho.identity.pki;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Authorities that are trusted, by configuration. Immutable. */
public final class TrustAnchors {
    private final List<X509Certificate> anchors;

    private TrustAnchors(List<X509Certificate> anchors) {
        this.anchors = List.copyOf(anchors);
    }

    /**
     * Anchors of a production profile.
     *
     * @throws IllegalArgumentException if one of them carries the {@link DemoMark}: anybody can have a card from it
     */
    public static TrustAnchors production(List<X509Certificate> anchors) {
        anchors.stream().filter(DemoMark::isIn).findFirst().ifPresent(demo -> {
            throw new IllegalArgumentException("the trust anchor \"" + demo.getSubjectX500Principal()
                    + "\" is a demonstration's: remove it from the production profile");
        });
        return new TrustAnchors(anchors);
    }

    /** Anchors of a demonstration: any. */
    public static TrustAnchors demonstration(List<X509Certificate> anchors) {
        return new TrustAnchors(anchors);
    }

    /** Whether nobody is trusted. */
    public boolean isEmpty() {
        return anchors.isEmpty();
    }

    /** Whether a demonstration's authority is among them. */
    public boolean haveDemo() {
        return anchors.stream().anyMatch(DemoMark::isIn);
    }

    List<X509Certificate> issuersOf(X509Certificate certificate) {
        return anchors.stream()
                .filter(anchor -> anchor.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .toList();
    }

    Set<java.security.cert.TrustAnchor> forPath(X509Certificate top) {
        return issuersOf(top).stream()
                .map(anchor -> new java.security.cert.TrustAnchor(anchor, null))
                .collect(Collectors.toUnmodifiableSet());
    }
}
