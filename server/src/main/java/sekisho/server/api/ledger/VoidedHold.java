package sekisho.server.api.ledger;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.OperationId;

@Schema(description = "A hold that was released.")
record VoidedHold(OperationId hold) {}
