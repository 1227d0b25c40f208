package sekisho.server.api.payments;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.Currency;
import sekisho.protocol.MerchantId;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.WalletId;
import sekisho.server.json.Amount;
import sekisho.server.json.Fee;

@Schema(description = "A payment that was made.")
record Paid(
        OperationId id,
        PaymentStatus status,
        WalletId wallet,
        MerchantId merchant,
        Amount amount,
        Currency currency,

        @Schema(description = "The operator's part of the amount.")
        Fee fee,

        @Schema(description = "The wallet's balance after it, minor units.")
        long balance) {}
