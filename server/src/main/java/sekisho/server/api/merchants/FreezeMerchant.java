package sekisho.server.api.merchants;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.FreezeScope;
import sekisho.server.json.Code16;

@Schema(description = "What to stop, or to let go on.")
record FreezeMerchant(
        @Schema(description = "Refunds (debits), being paid (credits), or both.")
        FreezeScope scope,

        @Schema(description = "The caller's code for why. Left out: 0.") @Nullable
        Code16 reason) {}
