package sekisho.server.api.wallets;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.WalletId;

@Schema(description = "A wallet that was closed.")
record ClosedWallet(WalletId wallet) {}
