package sekisho.server.api.merchants;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.MerchantId;

@Schema(description = "What is frozen of a merchant now.")
record FrozenMerchant(MerchantId merchant, FreezeScope frozen) {}
