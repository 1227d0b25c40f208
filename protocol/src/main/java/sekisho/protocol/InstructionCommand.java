package sekisho.protocol;

/**
 * What the bank worker says of an instruction. The instruction's id is its bank's idempotency key and is the id of the
 * top-up or cash-out that made it.
 */
public sealed interface InstructionCommand extends Command<InstructionOutcome> {

    /** The longest claim: one hour. */
    long MAX_LEASE_MILLIS = 3_600_000;

    OperationId instruction();

    /**
     * Announces a call to the bank, before it is made. No call without a claim; no claim once the bank is stopped.
     *
     * @param leaseMillis how long the caller may wait for the bank; then the instruction is in doubt
     */
    record Claim(OperationId instruction, long leaseMillis) implements InstructionCommand {
        public Claim {
            Codes.requireDuration(leaseMillis, MAX_LEASE_MILLIS);
        }
    }

    /** The bank moved the money. Reference: the bank's own number for it. */
    record Settled(OperationId instruction, long reference) implements InstructionCommand {}

    /** The bank did not move the money. Reason: the connector's code, 0 to 65,535. */
    record Declined(OperationId instruction, int reason) implements InstructionCommand {
        public Declined {
            Codes.require16(reason);
        }
    }

    /** Nobody knows yet: ask again later. */
    record InDoubt(OperationId instruction) implements InstructionCommand {}
}
