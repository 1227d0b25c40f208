package sekisho.protocol;

/** The operations of a wallet that have limits. */
public enum Operation {
    TOP_UP(0),
    CASH_OUT(1),
    SEND(2),
    PAY(3);

    private static final Operation[] BY_CODE = values();

    private final int code;

    Operation(int code) {
        this.code = code;
    }

    /** The number on the wire and in snapshots; for life. */
    public int code() {
        return code;
    }

    /** By code. */
    public static Operation of(int code) {
        return Codes.of(BY_CODE, code);
    }
}
