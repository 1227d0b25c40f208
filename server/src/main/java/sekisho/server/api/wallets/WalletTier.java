package sekisho.server.api.wallets;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.TierId;
import sekisho.protocol.WalletId;

@Schema(description = "The tier a wallet is in now.")
record WalletTier(WalletId wallet, TierId tier) {}
