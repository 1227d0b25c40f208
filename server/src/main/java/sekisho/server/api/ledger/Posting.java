package sekisho.server.api.ledger;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.OperationId;

@Schema(description = "Lines to book together.")
record Posting(
        @ArraySchema(minItems = 2, maxItems = LedgerCommand.MAX_LINES)
        @Schema(description = "2 to 16; debits equal credits in every currency.")
        List<PostingLine> lines,

        @Schema(
                description =
                        "With one debit and one credit of the same amount: move what is available up to it. Left out: false.")
        @Nullable
        Boolean upTo,

        @Schema(description = "The operation that this takes back, once.") @Nullable
        OperationId reverses) {}
