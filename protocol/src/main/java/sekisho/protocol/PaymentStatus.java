package sekisho.protocol;

/** Where a merchant payment stands. */
public enum PaymentStatus {
    AUTHORISED(0),
    CAPTURED(1),
    VOIDED(2),
    EXPIRED(3);

    private static final PaymentStatus[] BY_CODE = values();

    private final int code;

    PaymentStatus(int code) {
        this.code = code;
    }

    /** The number on the wire and in snapshots; for life. */
    public int code() {
        return code;
    }

    /** By code. */
    public static PaymentStatus of(int code) {
        return Codes.of(BY_CODE, code);
    }
}
