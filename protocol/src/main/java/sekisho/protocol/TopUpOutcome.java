package sekisho.protocol;

/** How a {@link TopUpCommand} ended; the bank's answer is an {@link InstructionOutcome}. */
public sealed interface TopUpOutcome extends Outcome
        permits TopUpOutcome.Started, TopUpOutcome.Booked, Refused, Repeated {

    /** The bank will be asked. */
    record Started(Money amount) implements TopUpOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.TOP_UP_STARTED;
        }

        @Override
        public Currency currency() {
            return amount.currency();
        }

        @Override
        public long first() {
            return amount.minorUnits();
        }
    }

    /** The wallet has it. Balance: its posted balance after it. */
    record Booked(Money amount, long balance) implements TopUpOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.TOP_UP_BOOKED;
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
