package sekisho.server.api.instructions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Currency;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;
import sekisho.server.history.InstructionState;

@Schema(description = "A top-up or cash-out: what a bank is told to do, and how it stands.")
record MovementView(
        OperationId id,

        @Schema(description = "Top-ups or cash-outs.") BankOperation operation,

        @Schema(
                description =
                        "Requested, claimed and in-doubt have not ended; in doubt ends by asking the bank, never by time.")
        InstructionStatus status,

        WalletId wallet,
        OperationId link,
        BankId bank,
        @Schema(description = "Minor units.") long amount,
        Currency currency,

        @Schema(description = "Claimed: the claim ends; in doubt: the bank is asked again. Left out otherwise.")
        @Nullable
        Instant until,

        @Schema(description = "The log's position of its last change.")
        long position,

        Instant changedAt) {

    static MovementView of(InstructionState state) {
        return new MovementView(
                state.instruction(),
                state.operation(),
                state.status(),
                state.wallet(),
                state.link(),
                state.bank(),
                state.amount().minorUnits(),
                state.amount().currency(),
                state.until(),
                state.position(),
                state.changedAt());
    }
}
