package sekisho.server.api.instructions;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.InstructionStatus;
import sekisho.server.history.InstructionCount;

@Schema(description = "How many instructions of a bank stand in one status.")
record OpenCount(BankId bank, BankOperation operation, InstructionStatus status, long count) {

    static OpenCount of(InstructionCount count) {
        return new OpenCount(count.bank(), count.operation(), count.status(), count.count());
    }
}
