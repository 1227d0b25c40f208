package sekisho.server.api.bulk;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.server.problem.Problem;

/** The last line of results. */
@Schema(description = "The last line: how many lines there were, and what became of them.")
record BulkSummary(Counts summary) {

    /** What became of the lines. */
    @Schema(description = "How many lines, by what became of them.")
    record Counts(
            @Schema(description = "Lines that were read.") long lines,

            @Schema(description = "Lines that were done, now or before.")
            long accepted,

            @Schema(description = "Lines that were refused or wrong.")
            long refused,

            @Schema(description = "Lines of which nobody knows yet: send them again.")
            long unconfirmed,

            @Schema(description = "Of all these, those that had been answered before.")
            long repeated,

            @Schema(description = "The log's position of the last answer.")
            long position,

            @Schema(description = "Why no more lines were read; left out if all were.") @Nullable
            Problem stopped) {}
}
