package sekisho.banksimulator.books;

/** What a statement says: the words and numbers of docs/bank-redirect.md. */
public enum StatementAnswer {
    /** The same person. */
    MTCH(0),
    /** Nearly. */
    CMTC(1),
    /** Another. */
    NMTC(2),
    /** It could not be compared. */
    NOAP(3),
    /** Nobody was identified. */
    FAILED(4),
    /** The notice reached its holder. */
    DELIVERED(5),
    UNDELIVERED(6),
    /** It went to where the holder can be reached since less than 30 days. */
    YOUNG_CONTACT(7),
    /** The holder says that it was they. */
    CONFIRMED(8),
    /** The holder says that it was not. */
    OBJECTED(9);

    private final int code;

    StatementAnswer(int code) {
        this.code = code;
    }

    /** The number in the bytes that are signed. */
    public int code() {
        return code;
    }
}
