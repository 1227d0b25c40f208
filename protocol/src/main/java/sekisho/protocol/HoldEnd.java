package sekisho.protocol;

/** How a hold ended. */
public enum HoldEnd {
    POSTED,
    VOIDED,
    EXPIRED;

    private static final HoldEnd[] ALL = values();

    /** By ordinal; the order is for life. */
    public static HoldEnd of(int ordinal) {
        return ALL[ordinal];
    }
}
