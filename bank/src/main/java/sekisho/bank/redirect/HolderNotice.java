package sekisho.bank.redirect;

import java.util.Arrays;
import java.util.Optional;

/** By which channel of its own the bank tells the account's holder of what was done. */
public enum HolderNotice {
    NONE("none"),
    LETTER("letter"),
    MAIL("mail"),
    SMS("sms"),
    APP("app");

    private final String word;

    HolderNotice(String word) {
        this.word = word;
    }

    /** The word of the protocol. */
    public String word() {
        return word;
    }

    static Optional<HolderNotice> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
