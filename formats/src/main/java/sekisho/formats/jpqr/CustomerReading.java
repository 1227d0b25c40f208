package sekisho.formats.jpqr;

/** What became of reading a customer's code. */
public sealed interface CustomerReading {

    /** It is a number for one payment. Whether it is known and still good, its keeper says. */
    record Read(CustomerCode code) implements CustomerReading {}

    /** It is none. */
    record Refused(CodeRefusal reason) implements CustomerReading {}
}
