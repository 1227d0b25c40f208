package sekisho.protocol;

/**
 * The bank account that money came from, as far as that is known.
 *
 * @param bank the bank's code, 0: not known
 * @param account the bank's opaque token of the account
 */
public record Origin(int bank, Token account) {

    /** Not known. */
    public static final Origin NONE = new Origin(0, Token.NONE);

    /** An account at a bank. */
    public static Origin of(BankId bank, Token account) {
        return new Origin(bank.code(), account);
    }
}
