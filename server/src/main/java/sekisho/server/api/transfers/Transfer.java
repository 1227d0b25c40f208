package sekisho.server.api.transfers;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Currency;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletId;
import sekisho.server.json.Amount;
import sekisho.server.json.Code16;

/** What a transfer is asked for with. */
@Schema(description = "Money to send from one wallet to another, at once.")
public record Transfer(
        @Schema(description = "The wallet that pays.") WalletId from,
        @Schema(description = "The wallet that is paid.") WalletId to,

        @Schema(description = "Minor units of the currency; with upTo, the most to move.")
        Amount amount,

        @Schema(description = "Left out: JPY.") @Nullable Currency currency,

        @Schema(description = "Move what is available up to the amount, instead of all or nothing. Left out: false.")
        @Nullable
        Boolean upTo,

        @Schema(description = "The caller's classification. Left out: 0.") @Nullable
        Code16 code) {

    Currency currencyOrYen() {
        return currency == null ? Currency.JPY : currency;
    }

    /** What the engine is told. */
    public TransferCommand.Send command() {
        return new TransferCommand.Send(
                from, to, amount.of(currencyOrYen()), upTo != null && upTo, code == null ? 0 : code.value());
    }
}
