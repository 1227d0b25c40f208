package sekisho.protocol;

/** What a bank can be opened and stopped for, each by itself. */
public enum BankOperation {
    LINKS,
    TOP_UPS,
    CASH_OUTS;

    private static final BankOperation[] ALL = values();

    /** By ordinal; the order is for life. */
    public static BankOperation of(int ordinal) {
        return ALL[ordinal];
    }
}
