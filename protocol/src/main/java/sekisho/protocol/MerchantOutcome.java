package sekisho.protocol;

/** How a {@link MerchantCommand} ended. */
public sealed interface MerchantOutcome extends Outcome
        permits MerchantOutcome.Opened,
                MerchantOutcome.Frozen,
                MerchantOutcome.Unfrozen,
                MerchantOutcome.Closed,
                Refused,
                Repeated {

    /** The account is open. */
    record Opened() implements MerchantOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.MERCHANT_OPENED;
        }
    }

    /** What is frozen now. */
    record Frozen(FreezeScope now) implements MerchantOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.MERCHANT_FROZEN;
        }

        @Override
        public long first() {
            return now.code();
        }
    }

    /** What is still frozen. */
    record Unfrozen(FreezeScope now) implements MerchantOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.MERCHANT_UNFROZEN;
        }

        @Override
        public long first() {
            return now.code();
        }
    }

    /** Closed for good. */
    record Closed() implements MerchantOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.MERCHANT_CLOSED;
        }
    }
}
