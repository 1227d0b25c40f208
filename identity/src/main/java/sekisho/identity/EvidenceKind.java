package sekisho.identity;

/** What a piece of evidence rests on. */
public enum EvidenceKind {
    /** A signature by the certificate for signatures on a person's IC card. */
    CHIP_SIGNATURE,
    /** A passport's chip: data signed by the issuing state, and a key that cannot be copied out. */
    PASSPORT_CHIP,
    /** Claims that an identity provider verified before. */
    VERIFIED_CLAIMS,
    /** A photographed document. Nothing here makes it any more; old customers have some. */
    DOCUMENT_IMAGE
}
