package sekisho.server.api.instructions;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.Currency;
import sekisho.protocol.OperationId;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.WalletId;
import sekisho.server.api.Defaults;
import sekisho.server.json.Amount;

@Schema(description = "Money to move between a bank account and a wallet.")
public record Movement(
        WalletId wallet,

        @Schema(description = "An active link of the wallet.")
        OperationId link,

        @Schema(description = "Minor units of the currency.")
        Amount amount,

        @Schema(description = "Left out: JPY.") @Nullable Currency currency) {

    /** What the engine is told, to debit the bank account. */
    public TopUpCommand.Start topUp() {
        return new TopUpCommand.Start(wallet, link, amount.of(Defaults.of(currency)));
    }

    /** What the engine is told, to credit the bank account. */
    public CashOutCommand.Start cashOut() {
        return new CashOutCommand.Start(wallet, link, amount.of(Defaults.of(currency)));
    }
}
