package sekisho.banksimulator.conduct;

/** A way for a bank to misbehave. */
public enum Fault {
    /** Takes the order, waits ({@link Misbehaviour#millis}), carries it out, answers. */
    SLOW(true),
    /**
     * Holds the request without having taken the order; if the bank behaves again, carries on as if it had just come.
     */
    HANGS(true),
    /** Does what it is told, and then holds the answer until the bank behaves again. */
    HANGS_AFTER_DOING(true),
    /** Cuts the connection, having done nothing. */
    LOSES_REQUEST(true),
    /** Does what it is told, and cuts the connection. */
    LOSES_ANSWER(true),
    /** Does what it is told, and sends the answer twice. */
    ANSWERS_TWICE(true),
    /** Answers that it is not available (503), having done nothing. */
    DOWN(true),
    /** Carries the order out, and says that it did not. Enquiries tell the truth. */
    SAYS_DECLINED(false),
    /** Does not carry the order out, and says that it did. Enquiries tell the truth. */
    SAYS_SETTLED(false);

    private final boolean befallsEnquiries;

    Fault(boolean befallsEnquiries) {
        this.befallsEnquiries = befallsEnquiries;
    }

    /** Whether a call can suffer this. */
    boolean befalls(CallKind kind) {
        return switch (kind) {
            case DEBIT, CREDIT -> true;
            case ENQUIRY -> befallsEnquiries;
        };
    }
}
