package sekisho.bank.redirect;

import java.util.Arrays;
import java.util.Optional;

/** What a bank can compare. Only verified attributes are sent. */
public enum Attribute {
    NAME_KANJI("name_kanji"),
    NAME_KANA("name_kana"),
    /** As ISO 8601 has it: 1990-04-01. */
    BIRTH_DATE("birth_date"),
    /** Digits alone. */
    PHONE("phone"),
    ADDRESS("address");

    private final String word;

    Attribute(String word) {
        this.word = word;
    }

    /** The word of the protocol. */
    public String word() {
        return word;
    }

    static Optional<Attribute> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
