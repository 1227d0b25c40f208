package sekisho.server.api.clients;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "A client's new secret; the one before it is not accepted any more.")
record NewSecret(
        String client,

        @Schema(description = "Shown now and when this very request is repeated, and never again.")
        String secret) {}
