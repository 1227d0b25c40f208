package sekisho.browsertests.sweep;

/** What becomes of somebody who opens a page. */
public sealed interface Outcome {

    /** They see it. */
    record Shown() implements Outcome {}

    /**
     * They are sent elsewhere.
     *
     * @param path where they come to in the end
     */
    record SentTo(String path) implements Outcome {}

    /**
     * They are refused.
     *
     * @param status of HTTP: 404 says nothing about whether it exists
     */
    record Refused(int status) implements Outcome {}
}
