package sekisho.server.banking;

import java.util.Optional;
import sekisho.bank.BankAnswer;
import sekisho.bank.BankInstruction;
import sekisho.bank.CallAnswer;

/**
 * A way to one bank for credits that are no instructions of the engine: the connection, the circuit breaker and the measures that
 * instructions have. Any thread.
 */
public final class BankLine {
    private final BankCaller caller;
    private final BankingSettings settings;

    BankLine(BankCaller caller, BankingSettings settings) {
        this.caller = caller;
        this.settings = settings;
    }

    /** Permission for a call; empty: the bank is left alone now, or others are trying it. */
    public Optional<Turn> turn() {
        return Optional.ofNullable(caller.tryPermit()).map(Turn::new);
    }

    /** Permission for one call, given back if there is none. Owner: one thread. */
    public final class Turn implements AutoCloseable {
        private final BankCaller.Permit permit;

        private Turn(BankCaller.Permit permit) {
            this.permit = permit;
        }

        /**
         * Has the bank put money into an account, for a minute at most. {@link sekisho.bank.DoubtCause#NOT_REACHED}: nothing was
         * sent, however often it was tried.
         */
        public CallAnswer credit(BankInstruction.Credit credit) throws InterruptedException {
            return caller.carryOut(credit, System.nanoTime() + settings.lease().toNanos(), permit);
        }

        /** Asks what became of a credit. */
        public BankAnswer enquire(BankInstruction.Credit credit) {
            return caller.enquire(credit, permit);
        }

        @Override
        public void close() {
            permit.close();
        }
    }
}
