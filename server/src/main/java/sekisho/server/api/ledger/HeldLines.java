package sekisho.server.api.ledger;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.OperationId;

@Schema(description = "Lines that are held.")
record HeldLines(
        OperationId id,

        @Schema(description = "Left out: for ever.") @Nullable
        Instant expiresAt) {}
