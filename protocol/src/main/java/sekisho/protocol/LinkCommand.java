package sekisho.protocol;

/** The tie between a wallet and an account at a bank. A link is named by the request that asked for it. */
public sealed interface LinkCommand extends Command<LinkOutcome> {

    WalletId wallet();

    /** Asks for a link to an account at a bank. */
    record Request(WalletId wallet, BankId bank) implements LinkCommand {}

    /**
     * Makes a requested link usable.
     *
     * @param evidence reference to the evidence that was accepted; not 0
     */
    record Activate(WalletId wallet, OperationId link, long evidence) implements LinkCommand {
        public Activate {
            if (evidence == 0) {
                throw new IllegalArgumentException("a link needs a reference to evidence");
            }
        }
    }

    /** Ends a link for good. Reason: the caller's code, 0 to 65,535. */
    record Close(WalletId wallet, OperationId link, int reason) implements LinkCommand {
        public Close {
            Codes.require16(reason);
        }
    }
}
