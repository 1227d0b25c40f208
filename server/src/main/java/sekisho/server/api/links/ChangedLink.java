package sekisho.server.api.links;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;

@Schema(description = "A link after its change.")
record ChangedLink(OperationId id, WalletId wallet, LinkStatus status) {}
