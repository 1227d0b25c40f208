package sekisho.server.api.wallets;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.WalletId;

@Schema(description = "What is frozen of a wallet now.")
record FrozenWallet(WalletId wallet, FreezeScope frozen) {}
