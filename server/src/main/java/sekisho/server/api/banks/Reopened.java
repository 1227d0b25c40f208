package sekisho.server.api.banks;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;

@Schema(description = "An operation that was opened at a bank again.")
record Reopened(BankId bank, BankOperation operation) {}
