package sekisho.protocol;

/** The two sides of an account. */
public enum Side {
    DEBIT(0),
    CREDIT(1);

    private static final Side[] BY_CODE = values();

    private final int code;

    Side(int code) {
        this.code = code;
    }

    /** The number on the wire and in snapshots; for life. */
    public int code() {
        return code;
    }

    /** By code. */
    public static Side of(int code) {
        return Codes.of(BY_CODE, code);
    }
}
