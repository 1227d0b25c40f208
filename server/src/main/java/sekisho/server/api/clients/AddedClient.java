package sekisho.server.api.clients;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A client that was added.")
record AddedClient(
        ClientView client,

        @Schema(description = "Shown now and when this very request is repeated, and never again.") @Nullable
        String secret) {}
