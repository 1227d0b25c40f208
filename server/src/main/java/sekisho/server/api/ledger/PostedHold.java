package sekisho.server.api.ledger;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.OperationId;

@Schema(description = "A hold that was posted.")
record PostedHold(
        OperationId hold,

        @Schema(description = "The sum of the debits in the first line's currency, minor units.")
        long moved) {}
