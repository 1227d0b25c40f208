package sekisho.server.api.links;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.server.json.Code16;

@Schema(description = "Why a link is closed.")
record CloseLink(
        @Schema(description = "The caller's code for why. Left out: 0.") @Nullable
        Code16 reason) {}
