package sekisho.protocol;

/** A merchant's life. */
public sealed interface MerchantCommand extends Command<MerchantOutcome> {

    /** The merchant this is about. */
    MerchantId merchant();

    /** Opens a merchant with an account in one currency; for a known merchant, an account in one more. */
    record Open(MerchantId merchant, Currency currency, int code, long userData) implements MerchantCommand {
        public Open {
            Codes.require16(code);
        }
    }

    /** Stops debits (refunds), credits (being paid) or both. */
    record Freeze(MerchantId merchant, FreezeScope scope, int reason) implements MerchantCommand {
        public Freeze {
            Codes.require16(reason);
        }
    }

    /** Lifts debits, credits or both. */
    record Unfreeze(MerchantId merchant, FreezeScope scope, int reason) implements MerchantCommand {
        public Unfreeze {
            Codes.require16(reason);
        }
    }

    /** Closes an empty merchant for good. */
    record Close(MerchantId merchant) implements MerchantCommand {}
}
