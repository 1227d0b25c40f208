package sekisho.server.api.wallets;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.Currency;
import sekisho.protocol.TierId;
import sekisho.protocol.WalletId;

@Schema(description = "A wallet that was opened.")
record OpenedWallet(WalletId id, TierId tier, Currency currency) {}
