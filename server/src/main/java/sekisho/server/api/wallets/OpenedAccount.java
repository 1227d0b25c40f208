package sekisho.server.api.wallets;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.Currency;
import sekisho.protocol.WalletId;

@Schema(description = "An account that was opened.")
record OpenedAccount(WalletId wallet, Currency currency) {}
