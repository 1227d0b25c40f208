package sekisho.server.api.wallets;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.Currency;
import sekisho.server.json.Floor;

@Schema(description = "How low an account in a test currency may fall.")
record FloorChange(Currency currency, Floor floor) {}
