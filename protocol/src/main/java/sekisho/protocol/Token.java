package sekisho.protocol;

/** Names a person, a bank account, a credential or a single use of something: 128 random bits that say nothing else. */
public record Token(long high, long low) {

    /** No token. */
    public static final Token NONE = new Token(0, 0);

    /** Whether it names anything. */
    public boolean names() {
        return high != 0 || low != 0;
    }
}
