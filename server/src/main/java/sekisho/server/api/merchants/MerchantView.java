package sekisho.server.api.merchants;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.MerchantId;
import sekisho.server.api.entries.BalanceView;
import sekisho.server.history.HolderState;

@Schema(description = "A shop that is paid.")
record MerchantView(
        MerchantId id,
        @Schema(description = "Closed for good.") boolean closed,
        @Schema(description = "What is frozen.") FreezeScope frozen,

        @Schema(description = "Its accounts that ever had an entry.")
        List<BalanceView> balances,

        @Schema(description = "The log's position of its last change.")
        long position,

        Instant changedAt) {

    static MerchantView of(HolderState state, List<BalanceView> balances) {
        return new MerchantView(
                new MerchantId(state.holder()),
                state.closed(),
                state.frozen(),
                balances,
                state.position(),
                state.changedAt());
    }
}
