package sekisho.server.api.payments;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.server.json.Amount;
import sekisho.server.json.Fee;

@Schema(description = "What to take of held money.")
record Capture(
        @Schema(description = "Minor units, at most what is held; the rest is released. Left out: all.") @Nullable
        Amount amount,

        @Schema(description = "The part of it that is the operator's. Left out: 0.") @Nullable
        Fee fee) {}
