package sekisho.server.api.payments;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.Currency;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentStatus;

@Schema(description = "A payment that was captured.")
record Captured(
        OperationId payment,
        PaymentStatus status,

        @Schema(description = "What was taken, minor units.")
        long captured,

        @Schema(description = "What was given back to the wallet, minor units.")
        long released,

        Currency currency) {}
