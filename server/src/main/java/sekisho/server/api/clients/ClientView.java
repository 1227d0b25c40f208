package sekisho.server.api.clients;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import sekisho.server.access.Client;
import sekisho.server.access.Scope;

@Schema(description = "A program that may use the API.")
record ClientView(
        @Schema(description = "Its client_id with OAuth.") String id,

        @Schema(description = "Its number with the engine, for life.")
        long number,

        String name,
        List<String> scopes,
        int requestsPerSecond,

        @Schema(description = "Whether it proves itself with a secret.")
        boolean hasSecret,

        @Schema(description = "Whether it proves itself with keys.")
        boolean hasKeys,

        @Schema(description = "Whether it is given tokens, and those it has are accepted.")
        boolean enabled,

        Instant createdAt) {

    static ClientView of(Client client) {
        return new ClientView(
                client.clientId(),
                client.number().value(),
                client.name(),
                client.scopes().stream().map(Scope::word).sorted().toList(),
                client.requestsPerSecond(),
                client.secretHash() != null,
                client.keys() != null,
                client.enabled(),
                client.createdAt());
    }
}
