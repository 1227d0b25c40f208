package sekisho.protocol;

/** Where an instruction to a bank stands. {@code IN_DOUBT} ends by asking the bank, never by time. */
public enum InstructionStatus {
    /** Recorded; nobody has called the bank. */
    REQUESTED,
    /** A worker holds the claim and may be calling the bank. */
    CLAIMED,
    /** The bank may or may not have moved the money. */
    IN_DOUBT,
    /** The bank moved the money. Final, unless the bank contradicts itself. */
    SETTLED,
    /** The bank did not move the money. Final, unless the bank contradicts itself. */
    DECLINED,
    /** Taken back before any claim: the bank was never asked. */
    WITHDRAWN;

    private static final InstructionStatus[] ALL = values();

    /** By ordinal; the order is for life. */
    public static InstructionStatus of(int ordinal) {
        return ALL[ordinal];
    }

    public boolean open() {
        return this == REQUESTED || this == CLAIMED || this == IN_DOUBT;
    }
}
