package sekisho.bank.redirect;

import java.util.Arrays;
import java.util.Optional;

/** What a factor rests on. */
public enum FactorKind {
    KNOWLEDGE("knowledge"),
    POSSESSION("possession"),
    INHERENCE("inherence");

    private final String word;

    FactorKind(String word) {
        this.word = word;
    }

    /** The word of the protocol. */
    public String word() {
        return word;
    }

    static Optional<FactorKind> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
