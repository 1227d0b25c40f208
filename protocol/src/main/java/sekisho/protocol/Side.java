package sekisho.protocol;

/** The two sides of an account. */
public enum Side {
    DEBIT,
    CREDIT
}
