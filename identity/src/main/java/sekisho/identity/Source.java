package sekisho.identity;

/** Where an attribute was read. What a person typed has no source here. */
public enum Source {
    /** In a certificate. */
    CERTIFICATE,
    /** In a passport's machine-readable zone, as the chip holds it. */
    MACHINE_READABLE_ZONE,
    /** In an identity provider's verified claims. */
    IDENTITY_PROVIDER
}
