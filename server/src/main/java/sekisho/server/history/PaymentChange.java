package sekisho.server.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.OutcomeKind;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.WalletId;

/**
 * One change of a payment.
 *
 * @param merchant null: the log does not say, because the whole amount was fee
 * @param amount what it held, took, released or gave back
 * @param fee the fee in what it took or gave back, minor units
 * @param refundable captured less refunded, after it
 * @param outcome authorised, captured, voided, paid or refunded; null: time passed (expired)
 * @param expiresAt of an authorisation; otherwise null
 * @param position of the change in the log
 */
public record PaymentChange(
        OperationId payment,
        WalletId wallet,
        @Nullable MerchantId merchant,
        Money amount,
        long fee,
        long refundable,
        PaymentStatus status,
        @Nullable OutcomeKind outcome,
        @Nullable Instant expiresAt,
        long position,
        Instant changedAt) {}
