package sekisho.server.api.wallets;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.Currency;
import sekisho.protocol.WalletId;
import sekisho.server.json.Floor;

@Schema(description = "How low the account may fall now.")
record WalletFloor(WalletId wallet, Currency currency, Floor floor) {}
