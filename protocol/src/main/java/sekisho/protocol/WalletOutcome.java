package sekisho.protocol;

/** How a {@link WalletCommand} ended. */
public sealed interface WalletOutcome extends Outcome
        permits WalletOutcome.Opened,
                WalletOutcome.CurrencyAdded,
                WalletOutcome.Frozen,
                WalletOutcome.Unfrozen,
                WalletOutcome.Closed,
                WalletOutcome.TierSet,
                WalletOutcome.FloorSet,
                Refused,
                Repeated {

    /** The wallet and its account are open. */
    record Opened() implements WalletOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.WALLET_OPENED;
        }
    }

    /** The account in one more currency is open. */
    record CurrencyAdded() implements WalletOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.WALLET_CURRENCY_ADDED;
        }
    }

    /** What is frozen now. */
    record Frozen(FreezeScope now) implements WalletOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.WALLET_FROZEN;
        }

        @Override
        public long first() {
            return now.code();
        }
    }

    /** What is still frozen. */
    record Unfrozen(FreezeScope now) implements WalletOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.WALLET_UNFROZEN;
        }

        @Override
        public long first() {
            return now.code();
        }
    }

    /** Closed for good. */
    record Closed() implements WalletOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.WALLET_CLOSED;
        }
    }

    /** The wallet is in the tier. */
    record TierSet() implements WalletOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.WALLET_TIER_SET;
        }
    }

    /** The floor holds. */
    record FloorSet() implements WalletOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.WALLET_FLOOR_SET;
        }
    }
}
