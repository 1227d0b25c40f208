package sekisho.server.api.bulk;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantId;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestId;
import sekisho.protocol.TierId;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.server.api.Defaults;
import sekisho.server.api.instructions.Movement;
import sekisho.server.api.instructions.TestMovement;
import sekisho.server.api.payments.Pay;
import sekisho.server.api.transfers.Transfer;
import sekisho.server.json.Amount;
import sekisho.server.json.Code16;
import sekisho.server.json.Count;
import sekisho.server.json.Fee;

/** One line of a bulk request: an id and exactly one thing to do. */
@Schema(description = "One request: its id and exactly one of the others.")
record BulkLine(
        @Schema(description = "The request's own id, as Idempotency-Key.")
        RequestId id,

        @Nullable Transfer transfer,

        @Schema(description = "As the body of /v1/payments.") @Nullable
        Pay payment,

        @Nullable BulkRefund refund,

        @Schema(description = "As the body of /v1/top-ups.") @Nullable
        Movement topUp,

        @Schema(description = "As the body of /v1/cash-outs.") @Nullable
        Movement cashOut,

        @Nullable BulkWallet openWallet,
        @Nullable BulkMerchant openMerchant,

        @Schema(description = "As the body of /v1/top-ups/received.") @Nullable
        TestMovement received,

        @Schema(description = "As the body of /v1/cash-outs/paid-out.") @Nullable
        TestMovement paidOut) {

    /** As the body of {@code /v1/payments/{payment}/refunds}, with the payment. */
    @Schema(description = "What to give back of a captured payment.")
    record BulkRefund(
            OperationId payment, Amount amount, @Nullable Fee fee) {}

    /** As the body of {@code /v1/wallets}; the id can be chosen. */
    @Schema(description = "A wallet to open.")
    record BulkWallet(
            @Schema(description = "Left out: it follows from the request.") @Nullable
            WalletId wallet,

            @Nullable TierId tier,
            sekisho.protocol.@Nullable Currency currency,
            @Nullable Code16 code,
            @Nullable Count userData) {

        WalletCommand.Open command(WalletId otherwise) {
            return new WalletCommand.Open(
                    wallet == null ? otherwise : wallet,
                    tier == null ? new TierId(1) : tier,
                    Defaults.of(currency),
                    Defaults.of(code),
                    Defaults.of(userData));
        }
    }

    /** As the body of {@code /v1/merchants}; the id can be chosen. */
    @Schema(description = "A merchant to open.")
    record BulkMerchant(
            @Schema(description = "Left out: it follows from the request.") @Nullable
            MerchantId merchant,

            sekisho.protocol.@Nullable Currency currency,
            @Nullable Code16 code,
            @Nullable Count userData) {

        MerchantCommand.Open command(MerchantId otherwise) {
            return new MerchantCommand.Open(
                    merchant == null ? otherwise : merchant,
                    Defaults.of(currency),
                    Defaults.of(code),
                    Defaults.of(userData));
        }
    }
}
