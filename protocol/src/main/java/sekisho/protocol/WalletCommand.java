package sekisho.protocol;

/** A wallet's life. */
public sealed interface WalletCommand extends Command<WalletOutcome> {

    /** The wallet this is about. */
    WalletId wallet();

    /**
     * Opens a wallet with an account in one currency.
     *
     * @param code the caller's classification of the account, 0 to 65,535
     * @param userData the caller's own number, kept with the account
     */
    record Open(WalletId wallet, TierId tier, Currency currency, int code, long userData) implements WalletCommand {
        public Open {
            Codes.require16(code);
        }
    }

    /** Opens an account in one more currency. */
    record AddCurrency(WalletId wallet, Currency currency, int code, long userData) implements WalletCommand {
        public AddCurrency {
            Codes.require16(code);
        }
    }

    /** Stops debits, credits or both; adds to what is stopped already. Reason: the caller's code, 0 to 65,535. */
    record Freeze(WalletId wallet, FreezeScope scope, int reason) implements WalletCommand {
        public Freeze {
            Codes.require16(reason);
        }
    }

    /** Lifts debits, credits or both. */
    record Unfreeze(WalletId wallet, FreezeScope scope, int reason) implements WalletCommand {
        public Unfreeze {
            Codes.require16(reason);
        }
    }

    /** Closes an empty wallet for good. */
    record Close(WalletId wallet) implements WalletCommand {}

    /** Moves the wallet to another tier; what was used in the windows stays used. */
    record SetTier(WalletId wallet, TierId tier) implements WalletCommand {}

    /**
     * Lets an account in a test currency go below 0.
     *
     * @param floor lowest balance allowed, −{@link Money#MAX} to 0 minor units
     */
    record SetFloor(WalletId wallet, Currency currency, long floor) implements WalletCommand {
        public SetFloor {
            if (floor > 0 || floor < -Money.MAX) {
                throw new IllegalArgumentException("a floor is -(2^53-1) to 0 minor units");
            }
        }
    }
}
