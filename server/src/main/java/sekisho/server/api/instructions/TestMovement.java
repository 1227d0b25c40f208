package sekisho.server.api.instructions;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.BankId;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.Currency;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.WalletId;
import sekisho.server.json.Amount;

@Schema(description = "Play money that a bank has moved already.")
public record TestMovement(
        WalletId wallet,
        BankId bank,

        @Schema(description = "Minor units of the currency.")
        Amount amount,

        @Schema(description = "A test currency.") Currency currency) {

    /** What the engine is told of money that came. */
    public TopUpCommand.Received received() {
        return new TopUpCommand.Received(wallet, bank, amount.of(currency));
    }

    /** What the engine is told of money that went. */
    public CashOutCommand.PaidOut paidOut() {
        return new CashOutCommand.PaidOut(wallet, bank, amount.of(currency));
    }
}
