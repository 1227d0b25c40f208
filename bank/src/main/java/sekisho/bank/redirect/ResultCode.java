package sekisho.bank.redirect;

import java.util.Arrays;
import java.util.Optional;

/** How a visit to the bank ended. */
public enum ResultCode {
    /** The customer was identified and agreed. */
    GRANTED("granted"),
    /** The customer said no. */
    DECLINED("declined"),
    /** Wrong, absent or locked: the bank does not say which. */
    NOT_IDENTIFIED("not-identified"),
    /** The time was over. */
    EXPIRED("expired"),
    /** Identified, but this account cannot be used for it. */
    NOT_POSSIBLE("not-possible");

    private final String word;

    ResultCode(String word) {
        this.word = word;
    }

    /** The word of the protocol. */
    public String word() {
        return word;
    }

    static Optional<ResultCode> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
