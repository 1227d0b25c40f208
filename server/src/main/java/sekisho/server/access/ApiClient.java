package sekisho.server.access;

import java.util.Set;
import sekisho.protocol.ClientId;

/**
 * Who asks: a client with a verified token.
 *
 * @param number with the engine
 * @param clientId its name with OAuth
 * @param scopes that its token carries and it still has
 */
public record ApiClient(ClientId number, String clientId, Set<Scope> scopes) {
    public ApiClient {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it may do what this scope allows. */
    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
