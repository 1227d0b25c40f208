package sekisho.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.ClientId;
import sekisho.protocol.RequestId;

/**
 * The clients, in PostgreSQL and whole in memory: every request looks its client up. Changes of this process count at
 * once, those of another at the next {@link #refresh}. Any thread.
 */
public final class Clients {
    /** Most clients there may be. */
    public static final int MOST = 10_000;

    private static final String COLUMNS =
            "number, client_id, name, scopes, secret_hash, keys, requests_per_second, enabled, created_at";

    private final JdbcClient database;
    private volatile Map<String, Client> byClientId = Map.of();

    Clients(JdbcClient database) {
        this.database = database;
    }

    /** Reads all clients anew. */
    void refresh() {
        var read = database.sql("select " + COLUMNS + " from access.clients order by number")
                .query(Clients::client)
                .list();
        Map<String, Client> before = byClientId;
        byClientId = read.stream()
                .map(client -> client.equals(before.get(client.clientId())) ? before.get(client.clientId()) : client)
                .collect(Collectors.toUnmodifiableMap(Client::clientId, Function.identity()));
    }

    /** By the name with OAuth; disabled ones too. */
    public @Nullable Client find(String clientId) {
        return byClientId.get(clientId);
    }

    /** All, in no order. */
    public Collection<Client> all() {
        return byClientId.values();
    }

    /**
     * Adds a client and gives it the next number, unless there is one of that name.
     *
     * @return empty: there was one, and nothing was done
     */
    public Optional<Client> add(
            String clientId, String name, Set<Scope> scopes, Credentials credentials, int perSecond) {
        var added = database.sql("insert into access.clients"
                        + " (client_id, name, scopes, secret_hash, keys, requests_per_second, enabled)"
                        + " values (?, ?, ?, ?, ?, ?, true) on conflict (client_id) do nothing returning " + COLUMNS)
                .params(Arrays.asList(
                        clientId, name, words(scopes), credentials.secretHash(), credentials.keys(), perSecond))
                .query(Clients::client)
                .optional();
        refresh();
        return added;
    }

    /**
     * Enables or disables a client.
     *
     * @param request that says so
     * @return false: a later request has done so, or this one said the opposite, or there is no such client
     */
    public boolean enable(String clientId, boolean enabled, RequestId request) {
        int rows = database.sql("update access.clients set enabled = :enabled, state_request = :request"
                        + " where client_id = :client and (state_request is null or state_request < :request"
                        + " or (state_request = :request and enabled = :enabled))")
                .param("enabled", enabled)
                .param("request", uuid(request))
                .param("client", clientId)
                .update();
        refresh();
        return rows == 1;
    }

    /** Whether a request is the last that enabled or disabled a client. */
    public boolean isLastState(String clientId, RequestId request) {
        return database.sql("select 1 from access.clients where client_id = :client and state_request = :request")
                .param("client", clientId)
                .param("request", uuid(request))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Replaces a client's secret.
     *
     * @param request that says so
     * @return false: a later request has done so, or there is no such client
     */
    public boolean setSecretHash(String clientId, String secretHash, RequestId request) {
        int rows = database.sql("update access.clients set secret_hash = :hash, secret_request = :request"
                        + " where client_id = :client and (secret_request is null or secret_request <= :request)")
                .param("hash", secretHash)
                .param("request", uuid(request))
                .param("client", clientId)
                .update();
        refresh();
        return rows == 1;
    }

    /**
     * What a client proves itself with.
     *
     * @param secretHash null: no secret
     * @param keys a JWK set; null: no keys
     */
    public record Credentials(
            @Nullable String secretHash, @Nullable String keys) {}

    private static Client client(ResultSet row, int number) throws SQLException {
        return new Client(
                new ClientId(row.getLong("number")),
                row.getString("client_id"),
                row.getString("name"),
                Scope.known(Arrays.asList(row.getString("scopes").split(" "))),
                row.getString("secret_hash"),
                row.getString("keys"),
                row.getInt("requests_per_second"),
                row.getBoolean("enabled"),
                createdAt(row));
    }

    private static UUID uuid(RequestId id) {
        return new UUID(id.high(), id.low());
    }

    private static Instant createdAt(ResultSet row) throws SQLException {
        return row.getObject("created_at", OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).sorted().collect(Collectors.joining(" "));
    }
}
