package sekisho.server.api.payments;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.Currency;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentStatus;

@Schema(description = "A payment whose held money was released.")
record Voided(
        OperationId payment,
        PaymentStatus status,

        @Schema(description = "What was released, minor units.")
        long released,

        Currency currency) {}
