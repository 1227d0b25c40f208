package sekisho.bank.backchannel;

/** What became of a file that was handed in. */
public sealed interface HandingIn {

    /** The bank has taken it, whole. */
    record Taken(SentFile sent) implements HandingIn {}

    /**
     * The bank took nothing of it.
     *
     * @param why the bank's words, for operators
     */
    record Refused(String why) implements HandingIn {}
}
