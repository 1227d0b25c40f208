package sekisho.server.api.instructions;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.Currency;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;
import sekisho.server.api.Defaults;
import sekisho.server.json.Amount;

@Schema(description = "A top-up or cash-out that the bank is asked for. Ask again by its id how it stands.")
record StartedMovement(
        OperationId id, InstructionStatus status, WalletId wallet, OperationId link, Amount amount, Currency currency) {

    /** One that was just started. */
    static StartedMovement of(OperationId id, Movement movement) {
        return new StartedMovement(
                id,
                InstructionStatus.REQUESTED,
                movement.wallet(),
                movement.link(),
                movement.amount(),
                Defaults.of(movement.currency()));
    }
}
