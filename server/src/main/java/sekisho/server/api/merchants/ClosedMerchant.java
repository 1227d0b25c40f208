package sekisho.server.api.merchants;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.MerchantId;

@Schema(description = "A merchant that was closed.")
record ClosedMerchant(MerchantId merchant) {}
