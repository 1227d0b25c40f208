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

    /** An operator's wallet was linked to an account, and its holder is asked about it. */
    record Linked(long at, Linking linking) implements Fact {}

    /** The bank has said something of a linking to its operator. */
    record Spoke(long at, String linking, StatementPurpose purpose, StatementAnswer answer) implements Fact {}

    /** The bank itself has put one yen on an account, with a text. */
    record Deposited(long at, String account, long reference, String text) implements Fact {}

    /** The bank wanted to put one yen on an account that is not there, or takes none. */
    record Bounced(long at, String account) implements Fact {}

    /** A mandate holds no more. */
    record MandateEnded(long at, String mandate, EndedBy by) implements Fact {}
}
