package sekisho.server.api.payments;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Currency;
import sekisho.protocol.MerchantId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.WalletId;
import sekisho.server.api.Defaults;
import sekisho.server.json.Amount;
import sekisho.server.json.Fee;

@Schema(description = "A payment, authorised and captured at once.")
public record Pay(
        WalletId wallet,
        MerchantId merchant,

        @Schema(description = "Minor units of the currency.")
        Amount amount,

        @Schema(description = "Left out: JPY.") @Nullable Currency currency,

        @Schema(description = "The part of the amount that is the operator's. Left out: 0.") @Nullable
        Fee fee) {

    /** What the engine is told; a fee over the amount is refused. */
    public PaymentCommand.Pay command() {
        Fees.require(fee, amount);
        return new PaymentCommand.Pay(wallet, merchant, amount.of(Defaults.of(currency)), Defaults.of(fee));
    }
}
