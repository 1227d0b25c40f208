package sekisho.server.api.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Currency;
import sekisho.protocol.Limit;
import sekisho.server.json.Count;

@Schema(description = "How much of one operation a wallet of the tier may do. A bound that is left out does not bind.")
record TierLimit(
        @Schema(description = "Minor units in one movement.") @Nullable
        Count perOperation,

        @Schema(description = "Minor units in any 24 hours.") @Nullable
        Count in24Hours,

        @Schema(description = "Minor units in any 30 days.") @Nullable
        Count in30Days,

        @Schema(description = "Minor units in a day of the calendar.") @Nullable
        Count inDay,

        @Schema(description = "Minor units in a month of the calendar.") @Nullable
        Count inMonth,

        @Schema(description = "Left out: JPY.") @Nullable Currency currency) {

    Limit limit() {
        return new Limit(bound(perOperation), bound(in24Hours), bound(in30Days), bound(inDay), bound(inMonth));
    }

    private static long bound(@Nullable Count count) {
        return count == null ? Limit.NONE : count.value();
    }
}
