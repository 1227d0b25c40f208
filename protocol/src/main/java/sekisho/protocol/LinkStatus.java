package sekisho.protocol;

/** Where a link between a wallet and a bank account stands. */
public enum LinkStatus {
    REQUESTED(0),
    ACTIVE(1),
    CLOSED(2);

    private static final LinkStatus[] BY_CODE = values();

    private final int code;

    LinkStatus(int code) {
        this.code = code;
    }

    /** The number on the wire and in snapshots; for life. */
    public int code() {
        return code;
    }

    /** By code. */
    public static LinkStatus of(int code) {
        return Codes.of(BY_CODE, code);
    }
}
