package sekisho.server.api.entries;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Currency;

@Schema(description = "What was booked on an account in a period. Amounts are minor units.")
public record StatementView(
        Currency currency,
        Instant from,
        @Schema(description = "Not in it.") Instant to,
        @Schema(description = "Balance at the start.") long opening,
        @Schema(description = "Balance at the end.") long closing,

        @Schema(description = "Oldest first, with the running balance.")
        List<EntryView> entries,

        @Schema(description = "The cursor of the next page. Left out: these are all.") @Nullable
        Long next) {}
