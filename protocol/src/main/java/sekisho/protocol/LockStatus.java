package sekisho.protocol;

/** How a bank account is locked against links. */
public enum LockStatus {
    /** It is not. */
    OPEN(0),
    /** By a weak proof: it lapses by itself. */
    WEAK(1),
    /** By a strong proof, or by staff: until it is lifted. */
    STRONG(2),
    /** Still locked; the lifting takes effect when its time is up. */
    LIFTING(3);

    private static final LockStatus[] BY_CODE = values();

    private final int code;

    LockStatus(int code) {
        this.code = code;
    }

    /** The number on the wire and in snapshots; for life. */
    public int code() {
        return code;
    }

    /** By code. */
    public static LockStatus of(int code) {
        return Codes.of(BY_CODE, code);
    }
}
