package sekisho.server.banking;

import java.util.List;
import java.util.function.Consumer;
import sekisho.protocol.BankId;
import sekisho.protocol.Event.InstructionChanged;

/**
 * Knows which instructions are open (requested, claimed or in doubt). An instruction is shown by its last change, as
 * it stands in the outcome log.
 */
public interface OpenInstructions {

    /**
     * Shows every open instruction, those first that were started first.
     *
     * @return the position of the log of which this is the state: what changed up to it is in what was shown, what
     *     changed after it is not
     */
    long show(Consumer<InstructionChanged> to);

    /**
     * The open instructions of a bank that were started first, at most so many. May be behind or ahead of what the
     * log's reader has seen.
     */
    List<InstructionChanged> oldest(BankId bank, int atMost);
}
