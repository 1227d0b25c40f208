package sekisho.banksimulator.redirect;

/** What became of reading a request. */
public sealed interface RequestReading {

    /** It is good, and used now. */
    record Accepted(MandateRequest request) implements RequestReading {}

    /** It is not. */
    record Refused(RequestRefusal reason) implements RequestReading {}
}
