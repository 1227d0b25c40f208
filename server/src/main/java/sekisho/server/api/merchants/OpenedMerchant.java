package sekisho.server.api.merchants;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.Currency;
import sekisho.protocol.MerchantId;

@Schema(description = "A merchant that was opened.")
record OpenedMerchant(MerchantId id, Currency currency) {}
