package sekisho.server.api.links;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.BankId;

@Schema(description = "A link to an account at a bank.")
record RequestLink(BankId bank) {}
