package sekisho.server.api.transfers;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.Currency;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;
import sekisho.server.json.Amount;

/** A transfer that was made. */
@Schema(description = "A transfer that was made.")
record Transferred(
        @Schema(description = "What statements call it.") OperationId id,
        WalletId from,
        WalletId to,

        @Schema(description = "What was moved, minor units.")
        Amount amount,

        Currency currency,

        @Schema(description = "The payer's balance after it, minor units.")
        long balance) {}
