package sekisho.bank.fapi;

import java.net.URI;

/** What became of announcing a request to the bank. */
public sealed interface Departure {

    /**
     * The bank has it.
     *
     * @param goTo where the browser is sent now; names the request and nothing of it
     * @param sent to be kept until it comes back
     */
    record Ready(URI goTo, SentAuthorisation sent) implements Departure {}

    /** The bank does not want it, for a reason in the words of OAuth, such as {@code invalid_client}. */
    record TurnedDown(String error) implements Departure {}

    /** The bank's answer, or what it publishes of itself, is not to be trusted. */
    record Refused(FapiRefusal reason) implements Departure {}

    /** There was no whole answer: nothing has happened, try again. */
    record Unanswered(String sentence) implements Departure {}
}
