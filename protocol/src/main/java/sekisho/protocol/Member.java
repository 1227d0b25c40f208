package sekisho.protocol;

/**
 * A member of staff with a credential.
 *
 * @param number of the person, not of the credential: at least 1
 * @param credential the first 128 bits of the SHA-256 of the credential's id
 */
public record Member(long number, Token credential, PublicKey key) {
    public Member {
        if (number < 1) {
            throw new IllegalArgumentException("a member's number is at least 1");
        }
        if (!credential.names()) {
            throw new IllegalArgumentException("a credential has a token");
        }
    }
}
