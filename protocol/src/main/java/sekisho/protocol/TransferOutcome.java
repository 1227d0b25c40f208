package sekisho.protocol;

/** How a {@link TransferCommand} ended. */
public sealed interface TransferOutcome extends Outcome permits TransferOutcome.Sent, Refused, Repeated {

    /** The money is there. Balance: the sender's posted balance after it. */
    record Sent(Money amount, long balance) implements TransferOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.TRANSFER_SENT;
        }

        @Override
        public Currency currency() {
            return amount.currency();
        }

        @Override
        public long first() {
            return amount.minorUnits();
        }

        @Override
        public long second() {
            return balance;
        }
    }
}
