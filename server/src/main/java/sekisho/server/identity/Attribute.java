package sekisho.server.identity;

import sekisho.server.vault.Kind;

/** What evidence says about a person. */
public enum Attribute {
    NAME_KANJI(Kind.NAME),
    NAME_KANA(Kind.NAME),
    NAME_LATIN(Kind.NAME),
    BIRTH_DATE(Kind.BIRTH_DATE),
    ADDRESS(Kind.ADDRESS),
    PHONE(Kind.PHONE);

    private final Kind kind;

    Attribute(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
