package sekisho.server.api.payments;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Currency;
import sekisho.protocol.MerchantId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.WalletId;
import sekisho.server.api.Defaults;
import sekisho.server.json.Amount;
import sekisho.server.json.AuthorisationTime;

@Schema(description = "Money to hold for a merchant.")
record Authorise(
        WalletId wallet,
        MerchantId merchant,

        @Schema(description = "Minor units of the currency.")
        Amount amount,

        @Schema(description = "Left out: JPY.") @Nullable Currency currency,

        @Schema(description = "How long it is held, at most 30 days. Left out: 7 days.") @Nullable
        AuthorisationTime expiresAfterSeconds) {

    private static final long WEEK_MILLIS = 7L * 24 * 3_600_000;

    PaymentCommand.Authorise command() {
        return new PaymentCommand.Authorise(
                wallet,
                merchant,
                amount.of(Defaults.of(currency)),
                expiresAfterSeconds == null ? WEEK_MILLIS : expiresAfterSeconds.seconds() * 1_000);
    }
}
