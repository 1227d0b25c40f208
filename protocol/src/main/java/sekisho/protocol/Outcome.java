package sekisho.protocol;

/**
 * How a command ended. Every outcome has a compact form (kind, currency, two numbers), in which the engine remembers it
 * and the wire carries it; {@link OutcomeKind} turns that form into the outcome again.
 */
public sealed interface Outcome
        permits WalletOutcome,
                MerchantOutcome,
                TransferOutcome,
                PaymentOutcome,
                TopUpOutcome,
                CashOutOutcome,
                InstructionOutcome,
                LinkOutcome,
                BankOutcome,
                LedgerOutcome,
                SettingsOutcome,
                TrustOutcome,
                IdentityOutcome,
                CheckpointOutcome {

    OutcomeKind kind();

    /** The currency of its amounts; {@link Currency#NONE} where it has none. */
    default Currency currency() {
        return Currency.NONE;
    }

    /** The first number of the compact form; 0 where there is none. */
    default long first() {
        return 0;
    }

    /** The second number of the compact form; 0 where there is none. */
    default long second() {
        return 0;
    }

    /** Whether the command did what it says. */
    default boolean accepted() {
        return true;
    }
}
