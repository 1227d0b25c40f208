package sekisho.formats.japanpost;

/** A part of what was typed. */
public enum Part {
    SYMBOL,
    NUMBER,
    BRANCH,
    ACCOUNT
}
