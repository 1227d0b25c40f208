package sekisho.identity;

/** Where an attribute was read. */
public enum Source {
    /** In a certificate. */
    CERTIFICATE,
    /** In a passport's machine-readable zone, as the chip holds it. */
    MACHINE_READABLE_ZONE,
    /** In an identity provider's verified claims. */
    IDENTITY_PROVIDER,
    /** On a photographed document. Nothing here makes such evidence any more; old customers have some. */
    DOCUMENT_IMAGE,
    /** The person typed it. It never counts, and no evidence here carries it. */
    TYPED;

    /** Whether somebody other than the person vouches for it. */
    public boolean vouched() {
        return this != TYPED;
    }
}
