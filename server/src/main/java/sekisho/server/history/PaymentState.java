package sekisho.server.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.WalletId;

/**
 * How a payment stands. Amounts are minor units of the amount's currency.
 *
 * @param merchant null: the log does not say, because the whole amount was fee
 * @param amount what was authorised, or paid at once
 * @param captured what the merchant got, fee included; 0 if nothing
 * @param fee of it, before refunds
 * @param refundable captured less refunded
 * @param expiresAt of the authorisation; null if it was paid at once
 * @param position of its last change in the log
 */
public record PaymentState(
        OperationId payment,
        WalletId wallet,
        @Nullable MerchantId merchant,
        Money amount,
        PaymentStatus status,
        long captured,
        long fee,
        long refundable,
        @Nullable Instant expiresAt,
        Instant begunAt,
        long position,
        Instant changedAt) {

    /** What was given back so far. */
    public long refunded() {
        return captured - refundable;
    }
}
