package sekisho.banksimulator.redirect;

/** What became of reading a request that an operator sent itself. */
public sealed interface BackchannelReading {

    /** It is good, and used now. */
    record Accepted(BackchannelRequest request) implements BackchannelReading {}

    /** It is not. */
    record Refused(RequestRefusal reason) implements BackchannelReading {}
}
