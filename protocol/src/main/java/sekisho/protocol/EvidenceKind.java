package sekisho.protocol;

/** What kind of proof an issuer says it saw. What each is worth is a rule of the book, with its days. */
public enum EvidenceKind {
    /** Somebody reads mail or messages at an address: contact only, no factor and no identity. */
    CONTACT(0),
    /** A signature over our challenge by a My Number card's signature certificate. */
    IC_CHIP(1),
    /** A passport's chip, ICAO 9303: passive and active authentication. Knows no address. */
    PASSPORT_CHIP(2),
    /** {@code verified_claims} of an identity provider (OpenID Connect for Identity Assurance). */
    VERIFIED_CLAIMS(3),
    /** A photographed document; no longer enough from 2027-04-01 on. */
    DOCUMENT_IMAGE(4),
    /** A made-up card of a demonstration. A production book refuses it. */
    DEMONSTRATION(5);

    private static final EvidenceKind[] BY_CODE = values();

    private final int code;

    EvidenceKind(int code) {
        this.code = code;
    }

    /** The number on the wire and in snapshots; for life. */
    public int code() {
        return code;
    }

    /** By code. */
    public static EvidenceKind of(int code) {
        return Codes.of(BY_CODE, code);
    }

    /** This kind's bit in a set of kinds. */
    public int bit() {
        return 1 << code;
    }
}
