package sekisho.formats.japanpost;

/** The two types of account that other banks can send to. */
public enum AccountType {
    /** 普通: symbols that begin with 1, branches that end in 8. */
    ORDINARY,
    /** 当座 (transfer account): symbols that begin with 0, branches that end in 9. */
    CURRENT
}
