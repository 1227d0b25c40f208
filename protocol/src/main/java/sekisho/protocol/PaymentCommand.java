package sekisho.protocol;

/** Money from a wallet to a merchant. A payment is named by the request that began it. */
public sealed interface PaymentCommand extends Command<PaymentOutcome> {

    /** The longest life of an authorisation: 30 days. */
    long MAX_AUTHORISATION_MILLIS = 30L * 24 * 3_600_000;

    /** Holds money for a merchant, to be captured or voided before it expires. */
    record Authorise(WalletId wallet, MerchantId merchant, Money amount, long expiresAfterMillis)
            implements PaymentCommand {
        public Authorise {
            Codes.requirePositive(amount);
            Codes.requireDuration(expiresAfterMillis, MAX_AUTHORISATION_MILLIS);
        }
    }

    /**
     * Takes the held money or a part of it, once; the rest is released.
     *
     * @param amount 1 to the held amount, minor units; 0: all of it
     * @param fee the part of it that is the operator's, 0 to the amount
     */
    record Capture(OperationId payment, long amount, long fee) implements PaymentCommand {
        public Capture {
            if (amount < 0 || amount > Money.MAX || fee < 0 || fee > Money.MAX) {
                throw new IllegalArgumentException("amounts are 0 to 2^53-1 minor units");
            }
        }
    }

    /** Releases the held money. */
    record Void(OperationId payment) implements PaymentCommand {}

    /** Authorises and captures in one step. */
    record Pay(WalletId wallet, MerchantId merchant, Money amount, long fee) implements PaymentCommand {
        public Pay {
            Codes.requirePositive(amount);
            if (fee < 0 || fee > amount.minorUnits()) {
                throw new IllegalArgumentException("a fee is 0 to the amount");
            }
        }
    }

    /**
     * Gives back a captured payment or a part of it, as often as something remains.
     *
     * @param amount 1 to what remains, minor units
     * @param fee the part of it that the operator gives back from its fee, 0 to the amount
     */
    record Refund(OperationId payment, long amount, long fee) implements PaymentCommand {
        public Refund {
            if (amount < 1 || amount > Money.MAX || fee < 0 || fee > amount) {
                throw new IllegalArgumentException("a refund is at least 1 minor unit, its fee part 0 to the refund");
            }
        }
    }
}
