package sekisho.protocol;

/** How a {@link BankCommand} ended. */
public sealed interface BankOutcome extends Outcome
        permits BankOutcome.Registered,
                BankOutcome.Suspended,
                BankOutcome.Reopened,
                BankOutcome.Swept,
                BankOutcome.Arrived,
                Refused,
                Repeated {

    /** The bank is in the registry. */
    record Registered() implements BankOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.BANK_REGISTERED;
        }
    }

    /** Nothing more is claimed. Unclaimed: how many instructions are withdrawn by this. */
    record Suspended(long unclaimed) implements BankOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.BANK_SUSPENDED;
        }

        @Override
        public long first() {
            return unclaimed;
        }
    }

    /** The operation is open. */
    record Reopened() implements BankOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.BANK_REOPENED;
        }
    }

    /** On its way. In transit: from that bank, after this. */
    record Swept(Money amount, long inTransit) implements BankOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.BANK_SWEPT;
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
            return inTransit;
        }
    }

    /** Settled at the other bank. In transit: still on its way. */
    record Arrived(Money amount, long inTransit) implements BankOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.BANK_ARRIVED;
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
            return inTransit;
        }
    }
}
