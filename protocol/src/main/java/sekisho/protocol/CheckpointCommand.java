package sekisho.protocol;

/**
 * The way of a link through the checkpoint of a founded book, and the front door for holders of bank accounts who need not be
 * customers. A link is named by the request that asked for it, a visit at the door by the request that knocked.
 */
public sealed interface CheckpointCommand extends Command<CheckpointOutcome> {

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
    record Report(BankResult result, Signature signature) implements CheckpointCommand {}

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

    /**
     * Somebody knocks at the front door and is sent to a bank, to prove that an account there is theirs. Nothing is known of them.
     *
     * @param purpose {@link Purpose#DOOR}: to lock the account; {@link Purpose#UNLOCK}: to have its lock lifted
     * @param session the browser session, random
     * @param nonce for the bank to send back, random, used once
     */
    record Knock(BankId bank, int method, Purpose purpose, Token session, Token nonce) implements CheckpointCommand {
        public Knock {
            requireTokens(session, nonce);
            if (method < 1 || method > 255) {
                throw new IllegalArgumentException("a method is 1 to 255");
            }
            if (!purpose.ofTheDoor()) {
                throw new IllegalArgumentException("somebody knocks to lock or to unlock");
            }
        }
    }

    /** Brings what the bank says of somebody who knocked. */
    record Prove(DoorResult result, Signature signature) implements CheckpointCommand {}

    /** Locks a bank account until that is lifted. Carries the assertion of a member of staff. */
    record LockAccount(BankId bank, Token account, int reason) implements CheckpointCommand {
        public LockAccount {
            requireAccount(account, reason);
        }
    }

    /** Lifts an account's lock, 72 hours later. Carries the assertions of two members of staff. */
    record LiftLock(BankId bank, Token account, int reason) implements CheckpointCommand {
        public LiftLock {
            requireAccount(account, reason);
        }
    }

    /**
     * Ends an account's lock at once: the claim behind it was wrong. Nothing freezes by itself again for this account. Carries the
     * assertions of two members of staff.
     */
    record RejectClaim(BankId bank, Token account, int reason) implements CheckpointCommand {
        public RejectClaim {
            requireAccount(account, reason);
        }
    }

    private static void requireAccount(Token account, int reason) {
        if (!account.names()) {
            throw new IllegalArgumentException("an account has a token");
        }
        Codes.require16(reason);
    }

    private static void requireTokens(Token session, Token nonce) {
        if (!session.names() || !nonce.names()) {
            throw new IllegalArgumentException("a session and a nonce are random tokens");
        }
    }
}
