package sekisho.protocol;

/** Where a merchant payment stands. */
public enum PaymentStatus {
    AUTHORISED,
    CAPTURED,
    VOIDED,
    EXPIRED;

    private static final PaymentStatus[] ALL = values();

    /** By ordinal; the order is for life. */
    public static PaymentStatus of(int ordinal) {
        return ALL[ordinal];
    }
}
