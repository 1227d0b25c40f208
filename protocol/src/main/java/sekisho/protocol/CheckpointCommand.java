package sekisho.protocol;

/** The way of a link through the checkpoint of a founded book. A link is named by the request that asked for it. */
public sealed interface CheckpointCommand extends Command<CheckpointOutcome> {

    /** The wallet this is about. */
    WalletId wallet();

    /**
     * Asks for a link. Carries the holder's fresh passkey assertion.
     *
     * @param method the connector that will be used
     * @param session the browser session, random
     * @param nonce for the bank to send back, random, used once
     */
    record Ask(WalletId wallet, BankId bank, int method, Token session, Token nonce) implements CheckpointCommand {
        public Ask {
            requireTokens(session, nonce);
            if (method < 1 || method > 255) {
                throw new IllegalArgumentException("a method is 1 to 255");
            }
        }
    }

    /** The customer is sent to the bank now. */
    record Depart(WalletId wallet, OperationId link) implements CheckpointCommand {}

    /** Brings what the bank says. */
    record Report(BankResult result, Signature signature) implements CheckpointCommand {
        @Override
        public WalletId wallet() {
            return result.wallet();
        }
    }

    /** Asks to prove a suspended link again. Carries the holder's fresh passkey assertion. */
    record Again(WalletId wallet, OperationId link, Token session, Token nonce) implements CheckpointCommand {
        public Again {
            requireTokens(session, nonce);
        }
    }

    /** Stops a link. Carries the assertion of a member of staff. */
    record Suspend(WalletId wallet, OperationId link, int reason) implements CheckpointCommand {
        public Suspend {
            Codes.require16(reason);
        }
    }

    private static void requireTokens(Token session, Token nonce) {
        if (!session.names() || !nonce.names()) {
            throw new IllegalArgumentException("a session and a nonce are random tokens");
        }
    }
}
