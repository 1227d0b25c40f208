package sekisho.server.api.payments;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
import sekisho.server.api.Defaults;
import sekisho.server.json.Amount;
import sekisho.server.json.Fee;

@Schema(description = "What to give back of a captured payment.")
public record Refund(
        @Schema(description = "Minor units, at most what remains.")
        Amount amount,

        @Schema(description = "The part of it that the operator gives back from its fee. Left out: 0.") @Nullable
        Fee fee) {

    /** What the engine is told; a fee over the amount is refused. */
    public PaymentCommand.Refund command(OperationId payment) {
        Fees.require(fee, amount);
        return new PaymentCommand.Refund(payment, amount.minorUnits(), Defaults.of(fee));
    }
}
