package sekisho.banksimulator.books;

import java.util.Arrays;

/** What a statement is for: the words and numbers of docs/bank-redirect.md. */
public enum StatementPurpose {
    LINK(0),
    PROVE(1),
    REVERIFY(2),
    UNLOCK(3),
    NOTICE(4),
    CONSENT(5);

    private final int code;

    StatementPurpose(int code) {
        this.code = code;
    }

    /** The number in the bytes that are signed. */
    public int code() {
        return code;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The purpose with a word. */
    public static StatementPurpose of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no statement is for " + word));
    }
}
