package sekisho.formats.zengin;

/** What the entries of a file are about. */
public enum Purpose {
    /** To write down or change a mandate: no money moves. */
    MANDATE,
    /** To take money under a mandate that the bank has. */
    DEBIT
}
