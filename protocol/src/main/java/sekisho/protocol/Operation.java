package sekisho.protocol;

/** The operations of a wallet that have limits. */
public enum Operation {
    TOP_UP,
    CASH_OUT,
    SEND,
    PAY;

    private static final Operation[] ALL = values();

    /** By ordinal; the order is for life. */
    public static Operation of(int ordinal) {
        return ALL[ordinal];
    }
}
