package sekisho.protocol;

/** How sure it is that the account's owner made a link, from what the bank asked and told. The order is the order of strength. */
public enum LinkStrength {
    /** Nothing that counts. */
    NONE(0),
    /** One factor, or static ones only. */
    WEAK(1),
    /** Weak, and the holder is told through the bank with proof, or by a code in the statement. */
    WEAK_NOTICED(2),
    /** Two factors, one of them dynamic. */
    TWO_FACTOR(3),
    /** Two factors, bound to the bank's own site or app. */
    PHISHING_RESISTANT(4);

    private static final LinkStrength[] BY_CODE = values();

    private final int code;

    LinkStrength(int code) {
        this.code = code;
    }

    /** The number on the wire and in snapshots; for life. */
    public int code() {
        return code;
    }

    /** By code. */
    public static LinkStrength of(int code) {
        return Codes.of(BY_CODE, code);
    }

    public boolean atLeast(LinkStrength other) {
        return compareTo(other) >= 0;
    }
}
