package sekisho.server.api.wallets;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.TierId;

@Schema(description = "The tier a wallet is to be in.")
record TierChange(TierId tier) {}
