package sekisho.protocol;

/** Who a wallet belongs to, and what proves it. Only in a founded book. */
public sealed interface IdentityCommand extends Command<IdentityOutcome> {

    /** The wallet this is about. */
    WalletId wallet();

    /** Brings an issuer's evidence. The first that names a person binds the wallet to that person for good. */
    record Present(Evidence evidence, Signature signature) implements IdentityCommand {
        @Override
        public WalletId wallet() {
            return evidence.wallet();
        }
    }

    /**
     * Adds a passkey. A wallet's first needs nothing while nobody is bound to it; any other needs a chip's evidence of the
     * same person whose subject is this credential, and then rests for 72 hours.
     */
    record AddAuthenticator(WalletId wallet, Token credential, PublicKey key, boolean backupEligible, boolean backedUp)
            implements IdentityCommand {
        public AddAuthenticator {
            if (backedUp && !backupEligible) {
                throw new IllegalArgumentException("only what is eligible can be backed up");
            }
        }
    }

    /** Takes a passkey away: by another one of the wallet, or by staff. */
    record RemoveAuthenticator(WalletId wallet, Token credential) implements IdentityCommand {}
}
