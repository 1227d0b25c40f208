package sekisho.banksimulator.books;

/** Something that a bank knows from now on. Times are milliseconds since 1970. */
sealed interface Fact {

    /** An account is there. */
    record Opened(long at, String token, String holder, String currency, long balance) implements Fact {}

    /** An account takes no more orders. */
    record Closed(long at, String token) implements Fact {}

    /** An order was carried out. */
    record Settled(long at, Order order, long reference) implements Fact {}

    /** An order was not carried out. */
    record Declined(long at, Order order, DeclineCode reason) implements Fact {}

    /** A key was closed by an enquiry before its order came. */
    record KeyClosed(long at, Order order) implements Fact {}

    /** A customer has let an operator debit and credit an account. */
    record Mandated(long at, String mandate, String account, String operator, String reference) implements Fact {}

    /** A mandate holds no more. */
    record MandateEnded(long at, String mandate, EndedBy by) implements Fact {}
}
