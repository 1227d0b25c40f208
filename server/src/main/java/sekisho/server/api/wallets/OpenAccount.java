package sekisho.server.api.wallets;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Currency;
import sekisho.server.json.Code16;
import sekisho.server.json.Count;

@Schema(description = "An account in one more currency.")
record OpenAccount(
        Currency currency,

        @Schema(description = "The caller's classification. Left out: 0.") @Nullable
        Code16 code,

        @Schema(description = "The caller's own number, kept with the account. Left out: 0.") @Nullable
        Count userData) {}
