package sekisho.protocol;

/** Where a link between a wallet and a bank account stands. */
public enum LinkStatus {
    REQUESTED(0),
    ACTIVE(1),
    CLOSED(2),
    /** The customer was sent to the bank. */
    AT_BANK(3),
    /** The bank has matched; its customer has still to be told, or to agree. */
    WAITING_FOR_HOLDER(4),
    /** The holder may still object. */
    COOLING_OFF(5),
    /** Stopped until it is proved again. */
    SUSPENDED(6);

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
