package sekisho.server.api.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Currency;
import sekisho.server.json.Exponent;

@Schema(description = "A currency to define, for good.")
record DefineCurrency(
        Currency currency,
        @Schema(description = "Decimals.") Exponent exponent,

        @Schema(description = "Play money: it may appear without a bank. Left out: false.") @Nullable
        Boolean test) {}
