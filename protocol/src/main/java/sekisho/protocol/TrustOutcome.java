package sekisho.protocol;

/** How a {@link TrustCommand} ended. */
public sealed interface TrustOutcome extends Outcome permits TrustOutcome.Applied, Refused, Repeated {

    /** It holds from now on. */
    record Applied() implements TrustOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.TRUST_APPLIED;
        }
    }
}
