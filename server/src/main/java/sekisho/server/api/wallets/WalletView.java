package sekisho.server.api.wallets;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.TierId;
import sekisho.protocol.WalletId;
import sekisho.server.api.entries.BalanceView;
import sekisho.server.history.HolderState;

@Schema(description = "A customer's wallet.")
record WalletView(
        WalletId id,
        @Schema(description = "Closed for good.") boolean closed,
        @Schema(description = "What is frozen.") FreezeScope frozen,
        TierId tier,

        @Schema(description = "Its accounts that ever had an entry.")
        List<BalanceView> balances,

        @Schema(description = "The log's position of its last change.")
        long position,

        Instant changedAt) {

    static WalletView of(HolderState state, List<BalanceView> balances) {
        return new WalletView(
                new WalletId(state.holder()),
                state.closed(),
                state.frozen(),
                new TierId(state.tier()),
                balances,
                state.position(),
                state.changedAt());
    }
}
