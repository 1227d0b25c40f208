package sekisho.protocol;

/**
 * The chart of accounts. A {@link Normal#CREDIT} kind is what the operator owes, a {@link Normal#DEBIT} kind is what
 * it has; an account's balance counts in its normal direction.
 */
public enum AccountKind {
    /** A customer's e-money. Owner: wallet. */
    WALLET(1, Normal.CREDIT, true),
    /** A shop's e-money. Owner: merchant. */
    MERCHANT(2, Normal.CREDIT, true),
    /** Money that lies at a bank, as its statement says. Owner: bank code. Never below 0. */
    SETTLEMENT(3, Normal.DEBIT, false),
    /** Money on its way from this bank to another, or moved by a bank against its own word. Owner: bank code. */
    IN_TRANSIT(4, Normal.DEBIT, false),
    /** Fees earned. Owner: 1. */
    FEES(5, Normal.CREDIT, false),
    /** What victims are repaid from. Owner: 1. */
    COMPENSATION(6, Normal.CREDIT, false),
    /** Bank money that moved and has no wallet to go to. Owner: bank code. */
    SUSPENSE(7, Normal.CREDIT, false),
    /** Currency positions: exchange goes through them. Owner: 1. */
    POSITION(8, Normal.CREDIT, false),
    /** The operator's own funds, and where imported opening balances come from. Owner: 1. */
    OPENING(9, Normal.CREDIT, false);

    /** The side on which an account of this kind grows. */
    public enum Normal {
        DEBIT,
        CREDIT
    }

    private static final AccountKind[] BY_CODE = new AccountKind[10];

    static {
        for (AccountKind kind : values()) {
            BY_CODE[kind.code] = kind;
        }
    }

    private final int code;
    private final Normal normal;
    private final boolean customer;

    AccountKind(int code, Normal normal, boolean customer) {
        this.code = code;
        this.normal = normal;
        this.customer = customer;
    }

    /** The number on the wire and in snapshots, 1 to 9; for life. */
    public int code() {
        return code;
    }

    public Normal normal() {
        return normal;
    }

    /** Whether its balances are outstanding e-money: wallets and merchants. */
    public boolean customer() {
        return customer;
    }

    /** Whether its owner is a bank. */
    public boolean ofBank() {
        return this == SETTLEMENT || this == IN_TRANSIT || this == SUSPENSE;
    }

    /** Whether its balances count as money held for customers: settlement and in-transit. */
    public boolean funds() {
        return this == SETTLEMENT || this == IN_TRANSIT;
    }

    public static AccountKind ofCode(int code) {
        if (code < 1 || code > 9) {
            throw new IllegalArgumentException("no account kind has this code");
        }
        return BY_CODE[code];
    }
}
