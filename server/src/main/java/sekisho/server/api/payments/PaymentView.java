package sekisho.server.api.payments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Currency;
import sekisho.protocol.MerchantId;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.WalletId;
import sekisho.server.history.PaymentState;

@Schema(description = "A payment. Amounts are minor units.")
record PaymentView(
        OperationId id,
        PaymentStatus status,
        WalletId wallet,

        @Schema(description = "Left out where the whole amount was fee: the log does not say then.") @Nullable
        MerchantId merchant,

        @Schema(description = "What was authorised, or paid at once.")
        long amount,

        Currency currency,

        @Schema(description = "What the merchant got, fee included.")
        long captured,

        @Schema(description = "The operator's part of it.") long fee,
        @Schema(description = "What was given back.") long refunded,

        @Schema(description = "What could still be given back.")
        long refundable,

        @Schema(description = "When the authorisation expires. Left out: it was paid at once.") @Nullable
        Instant expiresAt,

        Instant begunAt,

        @Schema(description = "The log's position of its last change.")
        long position,

        Instant changedAt) {

    static PaymentView of(PaymentState state) {
        return new PaymentView(
                state.payment(),
                state.status(),
                state.wallet(),
                state.merchant(),
                state.amount().minorUnits(),
                state.amount().currency(),
                state.captured(),
                state.fee(),
                state.refunded(),
                state.refundable(),
                state.expiresAt(),
                state.begunAt(),
                state.position(),
                state.changedAt());
    }
}
