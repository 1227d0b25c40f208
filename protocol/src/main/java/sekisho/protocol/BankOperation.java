package sekisho.protocol;

/** What a bank can be opened and stopped for, each by itself. */
public enum BankOperation {
    LINKS(0),
    TOP_UPS(1),
    CASH_OUTS(2);

    private static final BankOperation[] BY_CODE = values();

    private final int code;

    BankOperation(int code) {
        this.code = code;
    }

    /** The number on the wire and in snapshots; for life. */
    public int code() {
        return code;
    }

    /** By code. */
    public static BankOperation of(int code) {
        return Codes.of(BY_CODE, code);
    }

    /** This operation's bit in a set of operations. */
    public int bit() {
        return 1 << code;
    }

    /** Whether a set of bits has this operation. */
    public boolean in(int operations) {
        return (operations & bit()) != 0;
    }

    static void requireSet(int operations) {
        if (operations < 1 || operations >= 1 << BY_CODE.length) {
            throw new IllegalArgumentException("operations are known bits, at least one");
        }
    }
}
