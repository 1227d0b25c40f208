package sekisho.protocol;

/** How a {@link CheckpointCommand} ended. */
public sealed interface CheckpointOutcome extends Outcome
        permits CheckpointOutcome.Moved,
                CheckpointOutcome.Denied,
                CheckpointOutcome.Expected,
                CheckpointOutcome.Locked,
                Refused,
                Repeated {

    /** The link stands there now. Until: when time moves it on (ms), 0 never. */
    record Moved(LinkStatus status, long until) implements CheckpointOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.CHECKPOINT_MOVED;
        }

        @Override
        public long first() {
            return status.code();
        }

        @Override
        public long second() {
            return until;
        }
    }

    /** The bank may answer until then (ms). */
    record Expected(long until) implements CheckpointOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.CHECKPOINT_EXPECTED;
        }

        @Override
        public long first() {
            return until;
        }
    }

    /** The account's lock stands there now. Until: when time ends it (ms), 0 never. */
    record Locked(LockStatus status, long until) implements CheckpointOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.CHECKPOINT_LOCKED;
        }

        @Override
        public long first() {
            return status.code();
        }

        @Override
        public long second() {
            return until;
        }
    }

    /** The bank's word is genuine and ends the attempt: it is counted, and the link goes no further. */
    record Denied(Refusal reason) implements CheckpointOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.CHECKPOINT_DENIED;
        }

        @Override
        public long first() {
            return reason.code();
        }
    }
}
