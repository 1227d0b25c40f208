package sekisho.bank;

import java.time.Duration;
import sekisho.protocol.BankId;

/**
 * Speaks one bank's protocol. Any number of threads, virtual ones too.
 *
 * <p>No method throws for what the bank or the network does. No method waits much longer than {@code atMost}. A thread
 * that is interrupted gets {@link DoubtCause#NO_ANSWER}, and stays interrupted. {@code BankConnectorContractTest}
 * holds every connector to this.
 */
public interface BankConnector extends AutoCloseable {

    /** The bank that this speaks with; instructions for another one are a bug of the caller. */
    BankId bank();

    /**
     * Takes money from the customer's account. The same instruction again has the same answer, and moves nothing again.
     */
    CallAnswer debit(BankInstruction.Debit instruction, Duration atMost);

    /**
     * Puts money into the customer's account. The same instruction again has the same answer, and moves nothing again.
     */
    CallAnswer credit(BankInstruction.Credit instruction, Duration atMost);

    /** Asks what became of an instruction. */
    BankAnswer enquire(BankInstruction instruction, Duration atMost);

    /** Ends all connections. What is on its way becomes in doubt. */
    @Override
    void close();
}
