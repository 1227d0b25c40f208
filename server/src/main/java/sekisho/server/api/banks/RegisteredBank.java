package sekisho.server.api.banks;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.BankId;

@Schema(description = "A bank that was registered, everything open.")
record RegisteredBank(BankId bank) {}
