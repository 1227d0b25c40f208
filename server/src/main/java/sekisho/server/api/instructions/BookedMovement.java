package sekisho.server.api.instructions;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.Currency;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;
import sekisho.server.json.Amount;

@Schema(description = "Play money that was booked.")
record BookedMovement(
        OperationId id,
        WalletId wallet,
        Amount amount,
        Currency currency,

        @Schema(description = "The wallet's balance after it, minor units.")
        long balance) {}
