package sekisho.server.api.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Currency;
import sekisho.server.json.Count;

@Schema(description = "How much a wallet of the tier may hold.")
record BalanceCap(
        @Schema(description = "Minor units. Left out: without bound.") @Nullable
        Count cap,

        @Schema(description = "Left out: JPY.") @Nullable Currency currency) {}
