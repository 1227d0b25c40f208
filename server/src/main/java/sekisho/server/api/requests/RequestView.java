package sekisho.server.api.requests;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestId;
import sekisho.server.api.outcomes.OutcomeView;

@Schema(description = "What became of a request of this client.")
record RequestView(
        RequestId id,

        @Schema(
                allowableValues = {"answered", "never-executed", "unknown"},
                description = "answered: see outcome. never-executed: it was not and never will be. "
                        + "unknown: it was not so far, and may still be.")
        String state,

        @Schema(description = "The name of what it made, if it made anything: wallets and merchants have half of it.")
        OperationId operation,

        @Nullable OutcomeView outcome,

        @Schema(description = "The log's position of the answer.") @Nullable
        Long position,

        @Nullable Instant answeredAt) {}
