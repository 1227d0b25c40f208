package sekisho.server.api.wallets;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import sekisho.protocol.WalletId;

@Schema(description = "Wallets that were asked for.")
record WalletList(
        List<WalletView> wallets,
        @Schema(description = "Ids of which there is none.") List<WalletId> missing) {}
