package sekisho.server.api.links;

import io.swagger.v3.oas.annotations.media.Schema;
import sekisho.bank.AccountToken;
import sekisho.server.json.Evidence;

@Schema(description = "What the link is activated on, and which account it means.")
record ActivateLink(
        @Schema(description = "Reference to the evidence that was accepted.")
        Evidence evidence,

        @Schema(
                description =
                        "The account at the bank, by the token that the bank gave for it. A link never means another.")
        AccountToken account) {}
