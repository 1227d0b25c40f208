package sekisho.banksimulator.banks;

import sekisho.banksimulator.books.Verdict;

/** What a caller gets. */
public sealed interface Reply {

    /** An answer. Times: how often it is sent. */
    record Said(Verdict verdict, int times) implements Reply {}

    /** The connection is cut without an answer. */
    record Cut() implements Reply {}

    /** The bank is not available. */
    record Unavailable() implements Reply {}
}
