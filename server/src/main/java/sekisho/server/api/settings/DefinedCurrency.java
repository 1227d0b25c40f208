package sekisho.server.api.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.Currency;
import sekisho.server.json.Exponent;

@Schema(description = "A currency that was defined.")
record DefinedCurrency(Currency currency, Exponent exponent, boolean test) {}
