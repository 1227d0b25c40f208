package sekisho.server.api.merchants;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import sekisho.protocol.MerchantId;

@Schema(description = "Merchants that were asked for.")
record MerchantList(
        List<MerchantView> merchants,
        @Schema(description = "Ids of which there is none.") List<MerchantId> missing) {}
