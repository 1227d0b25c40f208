package sekisho.server.api.banks;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankId;
import sekisho.protocol.Currency;
import sekisho.protocol.Money;
import sekisho.server.api.Defaults;
import sekisho.server.json.Amount;

@Schema(description = "Settled money between two banks.")
record Sweep(
        @Schema(description = "The bank that it leaves.") BankId from,
        @Schema(description = "The bank that it goes to.") BankId to,

        @Schema(description = "Minor units of the currency.")
        Amount amount,

        @Schema(description = "Left out: JPY.") @Nullable Currency currency) {

    Money money() {
        return amount.of(Defaults.of(currency));
    }
}
