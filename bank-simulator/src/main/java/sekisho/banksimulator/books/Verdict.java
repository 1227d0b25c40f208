package sekisho.banksimulator.books;

/** What became of an order. */
public sealed interface Verdict {

    /** The money moved. Reference: the bank's own number for it, 1, 2, 3, … */
    record Settled(long reference) implements Verdict {}

    /** The money did not move and will not. */
    record Declined(DeclineCode reason) implements Verdict {}

    /** The bank has the order and is not done with it. */
    record InProgress() implements Verdict {}

    /** The bank never received the order; it has closed the key, so that it will not carry it out any more. */
    record NeverReceived() implements Verdict {}

    /** The key came before with other contents; nothing was done now. */
    record Conflict() implements Verdict {}
}
