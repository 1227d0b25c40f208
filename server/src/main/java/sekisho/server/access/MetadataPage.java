package sekisho.server.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes the authorization server (RFC 8414): what there is here of one, and nothing else. */
@RestController
@Hidden
final class MetadataPage {
    private final AccessSettings settings;

    MetadataPage(AccessSettings settings) {
        this.settings = settings;
    }

    /** The members' names are the standard's. */
    record Metadata(
            String issuer,
            @JsonProperty("token_endpoint") String tokenEndPoint,
            @JsonProperty("jwks_uri") String keys,
            @JsonProperty("grant_types_supported") List<String> grants,
            @JsonProperty("response_types_supported") List<String> responses,

            @JsonProperty("token_endpoint_auth_methods_supported")
            List<String> methods,

            @JsonProperty("token_endpoint_auth_signing_alg_values_supported")
            List<String> algorithms,

            @JsonProperty("scopes_supported") List<String> scopes) {}

    @GetMapping("/.well-known/oauth-authorization-server")
    Metadata metadata() {
        return new Metadata(
                settings.issuer(),
                settings.issuer() + "/oauth2/token",
                settings.issuer() + "/oauth2/jwks",
                List.of("client_credentials"),
                List.of(),
                List.of("client_secret_basic", "private_key_jwt"),
                Assertions.algorithms(),
                Arrays.stream(Scope.values()).map(Scope::word).toList());
    }
}
