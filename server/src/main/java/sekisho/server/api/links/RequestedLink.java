package sekisho.server.api.links;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.BankId;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;

@Schema(description = "A link that was asked for.")
record RequestedLink(OperationId id, WalletId wallet, BankId bank, LinkStatus status) {}
