package sekisho.protocol;

/**
 * A registered issuer's statement that it saw a proof of identity. Signed over {@link #canonical()}, accepted once.
 *
 * @param issuer its number in the trust registry, 1 to 65,535
 * @param id of this proof, random
 * @param person token of the verified identity; {@link Token#NONE} for {@link EvidenceKind#CONTACT}
 * @param subject what the proof was made for: a new authenticator's credential; else {@link Token#NONE}
 * @param sources four bits for each attribute, from the lowest: name in kanji, in kana, in Latin letters, birth date, address,
 *     phone; 0 absent, 1 typed by the person, 2 certificate, 3 chip's data, 4 claims, 5 image. Typed is never verified
 * @param issued when (ms); accepted for 15 minutes
 * @param expires when it is worth nothing any more (ms)
 * @param nonce the issuer's own random number
 */
public record Evidence(
        BookId book,
        int issuer,
        Token id,
        EvidenceKind kind,
        Token person,
        WalletId wallet,
        Token subject,
        long sources,
        long issued,
        long expires,
        long nonce) {

    private static final Flat<Evidence> FLAT = Flat.of(Evidence.class);

    public Evidence {
        if (issuer < 1 || issuer > 0xFFFF) {
            throw new IllegalArgumentException("an issuer's number is 1 to 65535");
        }
        if (!id.names()) {
            throw new IllegalArgumentException("evidence has an id");
        }
        if (person.names() == (kind == EvidenceKind.CONTACT)) {
            throw new IllegalArgumentException("evidence names a person, and a contact proof none");
        }
        if (issued < 0 || expires <= issued) {
            throw new IllegalArgumentException("evidence expires after it was issued");
        }
    }

    /** The bytes that its issuer signs. */
    public byte[] canonical() {
        return FLAT.canonical("sekisho-evidence-1", this);
    }
}
