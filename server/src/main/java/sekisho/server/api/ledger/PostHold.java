package sekisho.server.api.ledger;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.server.json.Amount;

@Schema(description = "How much of a hold to post.")
record PostHold(
        @Schema(
                description =
                        "Minor units, at most what is held, of a hold of two lines; the rest is released. Left out: all.")
        @Nullable
        Amount amount) {}
