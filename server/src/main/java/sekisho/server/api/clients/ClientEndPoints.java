package sekisho.server.api.clients;

import com.nimbusds.jose.jwk.JWKSet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.server.access.Allowed;
import sekisho.server.access.Client;
import sekisho.server.access.ClientSecrets;
import sekisho.server.access.Clients;
import sekisho.server.access.Scope;
import sekisho.server.api.ApiHeaders;
import sekisho.server.api.ApiRequest;
import sekisho.server.api.Ids;
import sekisho.server.api.NoBody;
import sekisho.server.json.Hex;
import sekisho.server.json.OAuthClient;
import sekisho.server.problem.Fields;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;
import sekisho.server.problem.Refusals;

@RestController
@Tag(name = "Clients", description = "The programs that may use the API.")
final class ClientEndPoints {
    private static final int REQUESTS_PER_SECOND = 500;
    private static final int MOST_KEYS = 10;

    private final Clients clients;
    private final ClientSecrets secrets;
    private final Freshness freshness;

    ClientEndPoints(Clients clients, ClientSecrets secrets, InstantSource clock) {
        this.clients = clients;
        this.secrets = secrets;
        this.freshness = new Freshness(clock);
    }

    @GetMapping("/v1/clients")
    @Allowed(Scope.OPERATOR)
    @Operation(summary = "Read all clients")
    ClientList all() {
        return new ClientList(clients.all().stream()
                .sorted(Comparator.comparingLong(client -> client.number().value()))
                .map(ClientView::of)
                .toList());
    }

    @GetMapping("/v1/clients/{client}")
    @Allowed(Scope.OPERATOR)
    @Operation(summary = "Read a client")
    ClientView one(@PathVariable OAuthClient client) {
        return ClientView.of(find(client));
    }

    @PostMapping("/v1/clients")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.OPERATOR)
    @Operation(
            summary = "Add a client",
            description = "It is given a random secret, or proves itself with its own keys.")
    ResponseEntity<AddedClient> add(ApiRequest request, @RequestBody NewClient body) {
        freshness.require(request);
        String clientId = "client-" + Hex.of(Ids.operation(request).high());
        String secret = body.keys() == null ? secrets.of("client " + clientId) : null;
        var credentials = new Clients.Credentials(
                secret == null ? null : secrets.hash(secret), body.keys() == null ? null : checked(body.keys()));
        int perSecond = body.requestsPerSecond() == null
                ? REQUESTS_PER_SECOND
                : body.requestsPerSecond().perSecond();
        Set<Scope> scopes = scopes(body.scopes());
        Client known = clients.find(clientId);
        if (known == null && clients.all().size() >= Clients.MOST) {
            throw new ProblemException(ProblemCode.CLIENTS_FULL.problem().withBound(Clients.MOST));
        }
        var added = clients.add(clientId, body.name().value(), scopes, credentials, perSecond);
        Client client = added.orElseGet(() -> find(new OAuthClient(clientId)));
        boolean same = client.name().equals(body.name().value())
                && client.scopes().equals(scopes)
                && client.requestsPerSecond() == perSecond
                && java.util.Objects.equals(client.keys(), credentials.keys());
        if (!same) {
            throw new ProblemException(Refusals.problem(new Refused(Refusal.REQUEST_CONFLICT), Fields.USUAL));
        }
        return response(HttpStatus.CREATED, added.isEmpty(), new AddedClient(ClientView.of(client), secret));
    }

    @PostMapping("/v1/clients/{client}/secrets")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Scope.OPERATOR)
    @Operation(summary = "Replace a client's secret")
    ResponseEntity<NewSecret> replaceSecret(
            ApiRequest request,
            @PathVariable OAuthClient client,
            @RequestBody(required = false) @Nullable NoBody body) {
        freshness.require(request);
        if (find(client).keys() != null) {
            throw new ProblemException(ProblemCode.CLIENT_HAS_KEYS.problem().at("client"));
        }
        String secret = secrets.of("secret " + client.id() + " "
                + Hex.of(request.id().high(), request.id().low()));
        boolean repeated = secrets.hash(secret).equals(find(client).secretHash());
        requireLatest(clients.setSecretHash(client.id(), secrets.hash(secret), request.id()));
        return response(HttpStatus.CREATED, repeated, new NewSecret(client.id(), secret));
    }

    @PostMapping("/v1/clients/{client}/disable")
    @Allowed(Scope.OPERATOR)
    @Operation(
            summary = "Disable a client",
            description = "It is given no tokens, and those it has are refused at once.")
    ResponseEntity<ClientView> disable(
            ApiRequest request,
            @PathVariable OAuthClient client,
            @RequestBody(required = false) @Nullable NoBody body) {
        if (client.id().equals(request.client().clientId())) {
            throw new ProblemException(ProblemCode.OWN_CLIENT.problem().at("client"));
        }
        return enable(request, client, false);
    }

    @PostMapping("/v1/clients/{client}/enable")
    @Allowed(Scope.OPERATOR)
    @Operation(summary = "Enable a client again")
    ResponseEntity<ClientView> enable(
            ApiRequest request,
            @PathVariable OAuthClient client,
            @RequestBody(required = false) @Nullable NoBody body) {
        return enable(request, client, true);
    }

    private ResponseEntity<ClientView> enable(ApiRequest request, OAuthClient client, boolean enabled) {
        freshness.require(request);
        find(client);
        boolean repeated = clients.isLastState(client.id(), request.id());
        requireLatest(clients.enable(client.id(), enabled, request.id()));
        return response(HttpStatus.OK, repeated, ClientView.of(find(client)));
    }

    private Client find(OAuthClient client) {
        Client known = clients.find(client.id());
        if (known == null) {
            throw new ProblemException(ProblemCode.CLIENT_NOT_FOUND.problem().at("client"));
        }
        return known;
    }

    private static void requireLatest(boolean latest) {
        if (!latest) {
            throw new ProblemException(Refusals.problem(new Refused(Refusal.REQUEST_CONFLICT), Fields.USUAL));
        }
    }

    private static <B> ResponseEntity<B> response(HttpStatus status, boolean repeated, B body) {
        var response = ResponseEntity.status(status).header("Cache-Control", "no-store");
        if (repeated) {
            response.header(ApiHeaders.HIT, "true");
        }
        return response.body(body);
    }

    private static Set<Scope> scopes(List<String> words) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (int i = 0; i < words.size(); i++) {
            Scope scope = Scope.of(words.get(i));
            if (scope == null) {
                throw new ProblemException(ProblemCode.MALFORMED_VALUE
                        .because("/scopes/" + i + " is no scope.")
                        .at("/scopes/" + i));
            }
            scopes.add(scope);
        }
        if (scopes.isEmpty()) {
            throw new ProblemException(ProblemCode.OUT_OF_RANGE
                    .because("/scopes has at least 1 element.")
                    .at("/scopes")
                    .withBound(1));
        }
        return scopes;
    }

    private static String checked(List<PublicKey> keys) {
        try {
            if (keys.isEmpty() || keys.size() > MOST_KEYS) {
                throw new ProblemException(ProblemCode.OUT_OF_RANGE
                        .because("/keys has 1 to " + MOST_KEYS + " elements.")
                        .at("/keys")
                        .withBound(MOST_KEYS));
            }
            var set = JWKSet.parse(
                    Map.of("keys", keys.stream().map(PublicKey::members).toList()));
            return set.toPublicJWKSet().toString(true);
        } catch (ParseException | IllegalArgumentException noKeys) {
            throw new ProblemException(ProblemCode.MALFORMED_VALUE
                    .because("/keys does not hold public keys as JWK (RFC 7517).")
                    .at("/keys"));
        }
    }
}
