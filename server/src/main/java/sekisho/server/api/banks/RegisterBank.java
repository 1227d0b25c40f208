package sekisho.server.api.banks;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.BankId;

@Schema(description = "A bank to register.")
record RegisterBank(BankId bank) {}
