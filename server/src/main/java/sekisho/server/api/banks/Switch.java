package sekisho.server.api.banks;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankOperation;
import sekisho.server.json.Code16;

@Schema(description = "One of a bank's switches.")
record Switch(
        BankOperation operation,

        @Schema(description = "The caller's code for why. Left out: 0.") @Nullable
        Code16 reason) {}
