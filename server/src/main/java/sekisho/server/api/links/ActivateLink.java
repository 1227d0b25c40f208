package sekisho.server.api.links;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.server.json.Evidence;

@Schema(description = "What the link is activated on.")
record ActivateLink(
        @Schema(description = "Reference to the evidence that was accepted.")
        Evidence evidence) {}
