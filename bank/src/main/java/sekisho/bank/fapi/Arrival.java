package sekisho.bank.fapi;

import sekisho.bank.redirect.LinkResult;
import sekisho.protocol.Digest;

/** What became of a person who came back from the bank. */
public sealed interface Arrival {

    /**
     * It is the bank's answer to this request. Whether the request was used before, the connector cannot know.
     *
     * @param evidence SHA-256 of the ID token as it came: a bank that has kept it can show it to be the one; says nothing
     *     about anybody
     */
    record Identified(LinkResult result, Digest evidence) implements Arrival {}

    /**
     * The customer or the bank said no, in the words of OAuth: {@code access_denied}, {@code invalid_grant}. No account is
     * named, because FAPI has no place for it.
     */
    record TurnedDown(String error) implements Arrival {}

    /** It is not the bank's answer to this request, and nothing of it may be used. */
    record Refused(FapiRefusal reason) implements Arrival {}

    /** There was no whole answer from the bank. The code may be spent: the person has to go there again. */
    record Unanswered(String sentence) implements Arrival {}
}
