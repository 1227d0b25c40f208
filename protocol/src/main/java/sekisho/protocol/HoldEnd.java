package sekisho.protocol;

/** How a hold ended. */
public enum HoldEnd {
    POSTED(0),
    VOIDED(1),
    EXPIRED(2);

    private static final HoldEnd[] BY_CODE = values();

    private final int code;

    HoldEnd(int code) {
        this.code = code;
    }

    /** The number on the wire and in snapshots; for life. */
    public int code() {
        return code;
    }

    /** By code. */
    public static HoldEnd of(int code) {
        return Codes.of(BY_CODE, code);
    }
}
