package sekisho.protocol;

/**
 * Nothing was changed, and why.
 *
 * @param bound the number that the refusal speaks of, see {@link Refusal#boundMeaning()}
 */
public record Refused(Refusal reason, long bound)
        implements WalletOutcome,
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

    public Refused(Refusal reason) {
        this(reason, 0);
    }

    @Override
    public OutcomeKind kind() {
        return OutcomeKind.REFUSED;
    }

    @Override
    public long first() {
        return reason.code();
    }

    @Override
    public long second() {
        return bound;
    }

    @Override
    public boolean accepted() {
        return false;
    }
}
