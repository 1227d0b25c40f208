package sekisho.server.banking;

import sekisho.protocol.Event.InstructionChanged;
import sekisho.protocol.OperationId;

/** Something to do about an instruction. */
sealed interface Errand {

    /** What is known of the instruction. */
    InstructionChanged instruction();

    default OperationId id() {
        return instruction().instruction();
    }

    /** What it is about, in a line of a log. */
    default String line() {
        var id = id();
        return "%s of %016x%016x at bank %04d"
                .formatted(
                        getClass().getSimpleName(),
                        id.high(),
                        id.low(),
                        instruction().bank().code());
    }

    /** Claim it, call the bank, report. */
    record Carry(InstructionChanged instruction) implements Errand {}

    /** Ask the bank what became of it, report. */
    record Ask(InstructionChanged instruction) implements Errand {}

    /**
     * Ask once more about one that has ended, report.
     *
     * @param times how often that was in vain so far
     */
    record LookAgain(InstructionChanged instruction, int times) implements Errand {}
}
