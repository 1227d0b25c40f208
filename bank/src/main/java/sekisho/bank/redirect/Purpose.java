package sekisho.bank.redirect;

import java.util.Arrays;
import java.util.Optional;

/** What a person is sent to the bank for. A result for one purpose is good for no other. */
public enum Purpose {
    /** A mandate: the account can be debited and credited from now on. */
    LINK("link"),
    /** The holder of an account, perhaps no customer of ours, proves that it is theirs. */
    PROVE_HOLDER("prove"),
    /** The holder of a linked account is asked again. */
    REVERIFY("reverify"),
    /** A lock on the account's linking is taken away. */
    UNLOCK("unlock");

    private final String word;

    Purpose(String word) {
        this.word = word;
    }

    /** The word of the protocol. */
    public String word() {
        return word;
    }

    /** The same in statements. */
    public sekisho.protocol.Purpose inStatements() {
        return switch (this) {
            case LINK -> sekisho.protocol.Purpose.LINK;
            case PROVE_HOLDER -> sekisho.protocol.Purpose.DOOR;
            case REVERIFY -> sekisho.protocol.Purpose.REVERIFY;
            case UNLOCK -> sekisho.protocol.Purpose.UNLOCK;
        };
    }

    static Optional<Purpose> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
