package sekisho.protocol;

/**
 * The entry of a stream had been applied before. Its own answer is in the outcome log.
 *
 * @param lastSequence the last entry applied in this stream
 * @param chainHash the chain hash after it
 */
public record Repeated(long lastSequence, long chainHash)
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

    @Override
    public OutcomeKind kind() {
        return OutcomeKind.REPEATED;
    }

    @Override
    public long first() {
        return lastSequence;
    }

    @Override
    public long second() {
        return chainHash;
    }
}
