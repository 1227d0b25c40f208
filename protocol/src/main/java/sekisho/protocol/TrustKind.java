package sekisho.protocol;

/** What of a book's trust changed. */
public enum TrustKind {
    /** The book was founded. */
    FOUNDED,
    /** A credential of staff. */
    STAFF,
    /** An issuer, by its number. */
    ISSUER,
    /** A bank's key: bank and number. */
    BANK_KEY,
    /** What a kind of evidence is worth. */
    RULE,
    /** The tier of an assurance. */
    TIER,
    /** The floor of an operation. */
    FLOOR,
    /** A rung of the ladder. */
    RUNG,
    /** A bank's description: bank and version. */
    DESCRIPTION,
    /** The switch of a method: method and operation. */
    METHOD,
    /** Whether a merchant sells what is easily sold on. */
    MERCHANT
}
