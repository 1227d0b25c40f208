package sekisho.protocol;

/** Money from wallet to wallet. */
public sealed interface TransferCommand extends Command<TransferOutcome> {

    /**
     * Sends at once.
     *
     * @param amount at least 1; with {@code upTo}, the most to move
     * @param upTo move what is available up to the amount (a balancing transfer), instead of all or nothing
     * @param code the caller's classification, 0 to 65,535
     */
    record Send(WalletId from, WalletId to, Money amount, boolean upTo, int code) implements TransferCommand {
        public Send {
            Codes.requirePositive(amount);
            Codes.require16(code);
        }
    }
}
