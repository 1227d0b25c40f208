package sekisho.server.api.bulk;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.RequestId;
import sekisho.server.problem.Problem;

/** One line of results, as {@link ResultText} writes it: for the API's document. */
@Schema(description = "What became of a line: the members of OutcomeView if it was done, or a problem.")
record BulkResult(
        @Schema(description = "The line's number, from 1.") long line,

        @Schema(description = "The line's id. Left out if it could not be read.") @Nullable
        RequestId id,

        @Schema(description = "The kind of outcome, if it was done.", example = "transfer-sent") @Nullable
        String outcome,

        @Schema(description = "true, if it was done.") @Nullable
        Boolean accepted,

        @Schema(description = "Why it was not done.") @Nullable
        Problem problem,

        @Schema(description = "true: the line's request had been answered before.") @Nullable
        Boolean repeated) {}
