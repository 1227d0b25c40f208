package sekisho.server.api.wallets;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.FreezeScope;
import sekisho.server.json.Code16;

@Schema(description = "What to stop, or to let go on.")
record Freeze(
        @Schema(description = "Money that leaves (debits), that arrives (credits), or all of it.")
        FreezeScope scope,

        @Schema(description = "The caller's code for why. Left out: 0.") @Nullable
        Code16 reason) {}
