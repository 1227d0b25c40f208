package sekisho.server.api.ledger;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.OperationId;

@Schema(description = "A posting that was booked.")
record Booked(
        OperationId id,

        @Schema(description = "The sum of the debits in the first line's currency, minor units.")
        long moved) {}
