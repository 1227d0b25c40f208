package sekisho.protocol;

/** How an {@link InstructionCommand} ended. */
public sealed interface InstructionOutcome extends Outcome
        permits InstructionOutcome.Claimed,
                InstructionOutcome.Withdrawn,
                InstructionOutcome.Booked,
                InstructionOutcome.BookedToSuspense,
                InstructionOutcome.Released,
                InstructionOutcome.Doubted,
                InstructionOutcome.AlreadyKnown,
                InstructionOutcome.Contradicted,
                Refused,
                Repeated {

    /** The bank may be called until then (ms). */
    record Claimed(Money amount, long until) implements InstructionOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.INSTRUCTION_CLAIMED;
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
            return until;
        }
    }

    /** The claim came too late: bank, link or wallet was stopped. The instruction is withdrawn, the bank not called. */
    record Withdrawn(Money amount) implements InstructionOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.INSTRUCTION_WITHDRAWN;
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

    /** The money moved and is booked where it belongs. */
    record Booked(Money amount) implements InstructionOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.INSTRUCTION_BOOKED;
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

    /** The money moved and has no wallet to go to or come from: it is in suspense. */
    record BookedToSuspense(Money amount) implements InstructionOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.INSTRUCTION_BOOKED_TO_SUSPENSE;
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

    /** The money did not move; what was held or expected is released. */
    record Released(Money amount) implements InstructionOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.INSTRUCTION_RELEASED;
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

    /** Nobody knows yet; the bank is asked at that time (ms). */
    record Doubted(Money amount, long askAt) implements InstructionOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.INSTRUCTION_DOUBTED;
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
            return askAt;
        }
    }

    /** The bank said so before; nothing changed. */
    record AlreadyKnown(InstructionStatus status) implements InstructionOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.INSTRUCTION_ALREADY_KNOWN;
        }

        @Override
        public long first() {
            return status.code();
        }
    }

    /** The bank said the opposite before; nothing changed, a person must look. */
    record Contradicted(InstructionStatus status) implements InstructionOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.INSTRUCTION_CONTRADICTED;
        }

        @Override
        public long first() {
            return status.code();
        }
    }
}
