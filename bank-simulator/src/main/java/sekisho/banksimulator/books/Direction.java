package sekisho.banksimulator.books;

/** Which way money moves, as the customer's account sees it. */
public enum Direction {
    /** From the customer to the operator. */
    DEBIT,
    /** From the operator to the customer. */
    CREDIT
}
