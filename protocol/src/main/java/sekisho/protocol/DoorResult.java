package sekisho.protocol;

/**
 * A bank's word about somebody at the front door, who need not be a customer: that an account is theirs. Signed over
 * {@link #canonical()} with one of the bank's registered keys. Failures too carry the account's token.
 *
 * @param key the number of the bank's key
 * @param visit the request that knocked
 * @param session the browser session that went to the bank
 * @param account the bank's opaque token of the account
 * @param nonce ours, from the request
 * @param purpose {@link Purpose#DOOR} or {@link Purpose#UNLOCK}
 * @param answer MTCH: it is the account's holder
 * @param expires when it is worth nothing any more (ms)
 */
public record DoorResult(
        BookId book,
        BankId bank,
        int key,
        OperationId visit,
        Token session,
        Token account,
        Token nonce,
        Purpose purpose,
        BankAnswer answer,
        long expires) {

    private static final Flat<DoorResult> FLAT = Flat.of(DoorResult.class);

    public DoorResult {
        if (key < 1 || key > 0xFFFF) {
            throw new IllegalArgumentException("a number is 1 to 65535");
        }
        if (!account.names()) {
            throw new IllegalArgumentException("a result names an account");
        }
        if (!purpose.ofTheDoor() || !answer.answers(purpose)) {
            throw new IllegalArgumentException("no bank answers so when it is asked for this");
        }
    }

    /** The bytes that the bank signs. */
    public byte[] canonical() {
        return FLAT.canonical("sekisho-door-result-1", this);
    }
}
