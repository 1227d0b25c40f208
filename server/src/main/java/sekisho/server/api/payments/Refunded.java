package sekisho.server.api.payments;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.Currency;
import sekisho.protocol.OperationId;
import sekisho.server.json.Amount;

@Schema(description = "A refund that was made.")
record Refunded(
        @Schema(description = "The refund's own name in statements.")
        OperationId id,

        OperationId payment,
        Amount amount,
        Currency currency,

        @Schema(description = "What could still be refunded, minor units.")
        long remaining) {}
