package sekisho.server.api.banks;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.BankId;
import sekisho.protocol.Currency;
import sekisho.protocol.OperationId;
import sekisho.server.json.Amount;

@Schema(description = "Money between banks that was booked.")
record Swept(
        OperationId id,
        BankId from,
        BankId to,
        Amount amount,
        Currency currency,

        @Schema(description = "What is on its way from that bank now, minor units.")
        long inTransit) {}
