package sekisho.protocol;

/** Where a link between a wallet and a bank account stands. */
public enum LinkStatus {
    REQUESTED,
    ACTIVE,
    CLOSED;

    private static final LinkStatus[] ALL = values();

    /** By ordinal; the order is for life. */
    public static LinkStatus of(int ordinal) {
        return ALL[ordinal];
    }
}
