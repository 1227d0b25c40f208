package sekisho.bank;

/** What is known of an instruction after a call. */
public sealed interface CallAnswer extends BankAnswer {

    /**
     * The bank moved the money.
     *
     * @param reference the bank's own number for it
     */
    record Settled(long reference) implements CallAnswer {}

    /** The bank did not move the money, and will not. */
    record Declined(DeclineReason reason) implements CallAnswer {}

    /** The bank may or may not have moved the money, or may still do so. */
    record InDoubt(DoubtCause cause) implements CallAnswer {}
}
