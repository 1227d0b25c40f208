package sekisho.server.api.banks;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;

@Schema(description = "An operation that was stopped at a bank.")
record Suspended(
        BankId bank,
        BankOperation operation,

        @Schema(description = "How many instructions that nobody had claimed are withdrawn.")
        long unclaimed) {}
