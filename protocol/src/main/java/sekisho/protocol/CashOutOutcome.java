package sekisho.protocol;

/** How a {@link CashOutCommand} ended; the bank's answer is an {@link InstructionOutcome}. */
public sealed interface CashOutOutcome extends Outcome
        permits CashOutOutcome.Started, CashOutOutcome.Booked, Refused, Repeated {

    /** The money is held; the bank will be asked. */
    record Started(Money amount) implements CashOutOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.CASH_OUT_STARTED;
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

    /** The wallet has paid it out. Balance: its posted balance after it. */
    record Booked(Money amount, long balance) implements CashOutOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.CASH_OUT_BOOKED;
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
