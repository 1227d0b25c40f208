package sekisho.protocol;

/**
 * A bank's word about one link, bound to everything that it is about. Signed over {@link #canonical()} with one of the bank's
 * registered keys. Failures too carry the account's token, so that attempts on an account are counted.
 *
 * @param key the number of the bank's key
 * @param person the person whom the bank compared
 * @param session the browser session that went to the bank
 * @param account the bank's opaque token of the account
 * @param nonce ours, from the request
 * @param expires when it is worth nothing any more (ms)
 */
public record BankResult(
        BookId book,
        BankId bank,
        int key,
        WalletId wallet,
        Token person,
        OperationId link,
        Token session,
        Token account,
        Token nonce,
        Purpose purpose,
        BankAnswer answer,
        long expires) {

    private static final Flat<BankResult> FLAT = Flat.of(BankResult.class);

    public BankResult {
        if (key < 1 || key > 0xFFFF) {
            throw new IllegalArgumentException("a number is 1 to 65535");
        }
        if (!account.names()) {
            throw new IllegalArgumentException("a result names an account");
        }
        if (!answer.answers(purpose)) {
            throw new IllegalArgumentException("no bank answers so when it is asked for this");
        }
    }

    /** The bytes that the bank signs. */
    public byte[] canonical() {
        return FLAT.canonical("sekisho-bank-result-1", this);
    }
}
