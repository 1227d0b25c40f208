package sekisho.server.notice;

/** What became of handing a letter over. A reason is a code or the name of a failure: never an address, never what the letter says. */
sealed interface Carried {

    /** The next one is responsible for it now. */
    record Taken() implements Carried {}

    /** Not taken, or nobody knows: it is handed over again, under the same id. */
    record NotNow(String reason) implements Carried {}

    /** Refused for good: there is no such address. */
    record Never(String reason) implements Carried {}
}
