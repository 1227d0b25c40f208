package sekisho.protocol;

/** How a {@link LedgerCommand} ended. */
public sealed interface LedgerOutcome extends Outcome
        permits LedgerOutcome.Booked,
                LedgerOutcome.Held,
                LedgerOutcome.Posted,
                LedgerOutcome.Released,
                Refused,
                Repeated {

    /** The lines are booked. Moved: the amount of each line of a balancing posting, else the sum of the debit lines of the first line's currency. */
    record Booked(long moved) implements LedgerOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.LEDGER_BOOKED;
        }

        @Override
        public long first() {
            return moved;
        }
    }

    /** The lines are held until then (ms), 0: for ever. */
    record Held(long expiresAt) implements LedgerOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.LEDGER_HELD;
        }

        @Override
        public long first() {
            return expiresAt;
        }
    }

    /** The hold is posted, in whole or in part. Moved: the sum of the posted debit lines of its first currency. */
    record Posted(long moved) implements LedgerOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.LEDGER_POSTED;
        }

        @Override
        public long first() {
            return moved;
        }
    }

    /** The hold is void. */
    record Released() implements LedgerOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.LEDGER_RELEASED;
        }
    }
}
