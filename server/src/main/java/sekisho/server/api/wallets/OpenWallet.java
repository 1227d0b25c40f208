package sekisho.server.api.wallets;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Currency;
import sekisho.protocol.TierId;
import sekisho.server.json.Code16;
import sekisho.server.json.Count;

@Schema(description = "A wallet to open.")
record OpenWallet(
        @Schema(description = "Which limits it has. Left out: 1.") @Nullable
        TierId tier,

        @Schema(description = "Left out: JPY.") @Nullable Currency currency,

        @Schema(description = "The caller's classification. Left out: 0.") @Nullable
        Code16 code,

        @Schema(description = "The caller's own number, kept with the account. Left out: 0.") @Nullable
        Count userData) {

    private static final TierId FIRST = new TierId(1);

    TierId tierOrFirst() {
        return tier == null ? FIRST : tier;
    }
}
