package sekisho.bank.backchannel;

/** What became of sending a request. */
public sealed interface Sending {

    /** The bank has taken it. That says nothing about whether there is such an account. */
    record Taken(SentBackchannel sent) implements Sending {}

    /**
     * The bank has not, and will not: what it was sent is wrong.
     *
     * @param why the bank's words; for operators, never for who asked
     */
    record Refused(String why) implements Sending {}
}
