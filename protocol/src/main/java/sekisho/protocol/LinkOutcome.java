package sekisho.protocol;

/** How a {@link LinkCommand} ended. */
public sealed interface LinkOutcome extends Outcome
        permits LinkOutcome.Requested, LinkOutcome.Activated, LinkOutcome.Closed, Refused, Repeated {

    /** Waiting for evidence. */
    record Requested() implements LinkOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.LINK_REQUESTED;
        }
    }

    /** Usable. */
    record Activated() implements LinkOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.LINK_ACTIVATED;
        }
    }

    /** Ended for good. */
    record Closed() implements LinkOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.LINK_CLOSED;
        }
    }
}
