package sekisho.protocol;

/** What is summed or counted in sliding windows, and by what. */
public enum WindowKind {
    /** Top-ups by bank account. */
    ACCOUNT_TOP_UPS(0),
    /** Top-ups by person. */
    PERSON_TOP_UPS(1),
    /** Top-ups by wallet. */
    WALLET_TOP_UPS(2),
    /** Top-ups by bank, over links younger than 30 days. */
    BANK_NEW_LINKS(3),
    /** Failed identifications by bank account. */
    ACCOUNT_FAILURES(4),
    /** Failed identifications by wallet. */
    WALLET_FAILURES(5),
    /** Failed identifications by bank. */
    BANK_FAILURES(6);

    private static final WindowKind[] BY_CODE = values();

    private final int code;

    WindowKind(int code) {
        this.code = code;
    }

    /** The number in tables; for life. */
    public int code() {
        return code;
    }

    /** By code. */
    public static WindowKind of(int code) {
        return Codes.of(BY_CODE, code);
    }
}
