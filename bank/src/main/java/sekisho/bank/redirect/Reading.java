package sekisho.bank.redirect;

/** What became of reading a result. */
public sealed interface Reading {

    /** It is the bank's answer to this request. Whether it was used before, its reader cannot know. */
    record Accepted(LinkResult result) implements Reading {}

    /** It is not, and nothing of it may be used. */
    record Refused(ResultRefusal reason) implements Reading {}
}
