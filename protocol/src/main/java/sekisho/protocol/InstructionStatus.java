package sekisho.protocol;

/** Where an instruction to a bank stands. {@code IN_DOUBT} ends by asking the bank, never by time. */
public enum InstructionStatus {
    /** Recorded; nobody has called the bank. */
    REQUESTED(0),
    /** A worker holds the claim and may be calling the bank. */
    CLAIMED(1),
    /** The bank may or may not have moved the money. */
    IN_DOUBT(2),
    /** The bank moved the money. Final, unless the bank contradicts itself. */
    SETTLED(3),
    /** The bank did not move the money. Final, unless the bank contradicts itself. */
    DECLINED(4),
    /** Taken back before any claim: the bank was never asked. */
    WITHDRAWN(5);

    private static final InstructionStatus[] BY_CODE = values();

    private final int code;

    InstructionStatus(int code) {
        this.code = code;
    }

    /** The number on the wire and in snapshots; for life. */
    public int code() {
        return code;
    }

    /** By code. */
    public static InstructionStatus of(int code) {
        return Codes.of(BY_CODE, code);
    }

    public boolean open() {
        return this == REQUESTED || this == CLAIMED || this == IN_DOUBT;
    }
}
