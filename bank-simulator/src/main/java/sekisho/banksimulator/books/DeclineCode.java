package sekisho.banksimulator.books;

/** Why a bank did not move money; the words of its protocol. */
public enum DeclineCode {
    INSUFFICIENT_FUNDS("insufficient-funds"),
    ACCOUNT_NOT_FOUND("account-not-found"),
    ACCOUNT_CLOSED("account-closed"),
    CURRENCY_NOT_HELD("currency-not-held"),
    OVER_LIMIT("over-limit"),
    REFUSED("refused"),
    /** An enquiry has closed the key before the order came. */
    KEY_CLOSED("key-closed"),
    /** The customer's permission holds no more. */
    MANDATE_ENDED("mandate-ended");

    private final String word;

    DeclineCode(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
