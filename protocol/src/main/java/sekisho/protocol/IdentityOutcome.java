package sekisho.protocol;

/** How an {@link IdentityCommand} ended. */
public sealed interface IdentityOutcome extends Outcome permits IdentityOutcome.Accepted, Refused, Repeated {

    /** It counts. The wallet's identity and authenticator assurance now, 0 to 3 each. */
    record Accepted(int ial, int aal) implements IdentityOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.IDENTITY_ACCEPTED;
        }

        @Override
        public long first() {
            return ial;
        }

        @Override
        public long second() {
            return aal;
        }
    }
}
