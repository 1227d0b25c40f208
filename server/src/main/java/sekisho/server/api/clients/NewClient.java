package sekisho.server.api.clients;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.server.json.RequestRate;
import sekisho.server.json.ShortText;

@Schema(description = "A client to add.")
record NewClient(
        @Schema(description = "For people.") ShortText name,

        @ArraySchema(
                minItems = 1,
                maxItems = 20,
                schema = @Schema(description = "A scope that it may be given.", example = "payments:write"))
        List<String> scopes,

        @Schema(description = "How often it may ask in the long run. Left out: 500.") @Nullable
        RequestRate requestsPerSecond,

        @ArraySchema(minItems = 1, maxItems = 10)
        @Schema(
                description =
                        "Its public keys, to sign assertions with (private_key_jwt). Left out: it is given a secret.")
        @Nullable
        List<PublicKey> keys) {}
