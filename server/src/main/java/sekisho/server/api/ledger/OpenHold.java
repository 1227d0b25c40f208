package sekisho.server.api.ledger;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.LedgerCommand;
import sekisho.server.json.HoldTime;

@Schema(description = "Lines to hold together.")
record OpenHold(
        @ArraySchema(minItems = 2, maxItems = LedgerCommand.MAX_LINES)
        @Schema(description = "2 to 16; debits equal credits in every currency.")
        List<PostingLine> lines,

        @Schema(description = "How long it holds, at most 366 days. Left out: until it is posted or void.") @Nullable
        HoldTime expiresAfterSeconds) {}
