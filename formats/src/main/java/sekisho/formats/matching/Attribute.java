package sekisho.formats.matching;

/** What evidence says about a person, and a bank can compare. */
public enum Attribute {
    /** As the family register or residence certificate writes it; for foreigners it may hold Latin letters. */
    NAME_KANJI,
    /** The reading. Chip certificates carry none, so it is rarely verified. */
    NAME_KANA,
    /** As a passport writes it. */
    NAME_LATIN,
    BIRTH_DATE,
    ADDRESS,
    PHONE
}
