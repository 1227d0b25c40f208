package sekisho.server.api.banks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import sekisho.protocol.BankOperation;
import sekisho.server.history.SwitchState;

@Schema(description = "One of a bank's switches.")
record SwitchView(
        BankOperation operation,
        boolean open,

        @Schema(description = "The operator's code for why.")
        int reason,

        @Schema(description = "The log's position at which it was set.")
        long position,

        Instant changedAt) {

    static SwitchView of(SwitchState state) {
        return new SwitchView(state.operation(), state.open(), state.reason(), state.position(), state.changedAt());
    }
}
