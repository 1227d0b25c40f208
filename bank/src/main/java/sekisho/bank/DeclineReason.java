package sekisho.bank;

/** The catalogue of reasons for which money did not move. The code goes into the log and is for life. */
public enum DeclineReason {
    /** A reason that this catalogue does not have. */
    OTHER(1, "the bank refused"),
    INSUFFICIENT_FUNDS(2, "the account holds less than this"),
    ACCOUNT_NOT_FOUND(3, "the bank does not know the account"),
    ACCOUNT_CLOSED(4, "the account is closed or stopped"),
    CURRENCY_NOT_HELD(5, "the account is kept in another currency"),
    OVER_LIMIT(6, "more than the bank lets move"),
    /** The instruction came after an enquiry had closed its key. */
    KEY_CLOSED(7, "the bank was asked about it before it came, and has closed it"),
    /** An enquiry found that it never came, and closed its key. */
    NEVER_RECEIVED(8, "the bank never received it, and will not take it any more"),
    /** Nobody called the bank: the link has no account. */
    NO_ACCOUNT_LINKED(9, "no account is known for the link; the bank was not called"),
    /** The customer, the bank or we have ended the mandate. */
    MANDATE_ENDED(10, "the mandate has ended");

    private final int code;
    private final String sentence;

    DeclineReason(int code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** 1 to 65,535. */
    public int code() {
        return code;
    }

    /** The reason as an English sentence without a full stop. */
    public String sentence() {
        return sentence;
    }
}
