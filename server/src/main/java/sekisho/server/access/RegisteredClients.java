package sekisho.server.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The clients as the authorization server sees them; disabled ones do not exist for it. */
final class RegisteredClients implements RegisteredClientRepository {
    private final Clients clients;
    private final Duration lifetime;

    RegisteredClients(Clients clients, Duration lifetime) {
        this.clients = clients;
        this.lifetime = lifetime;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are added by Clients");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        Client client = clients.find(clientId);
        if (client == null || !client.enabled()) {
            return null;
        }
        var registered = RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientName(client.name())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(words -> client.scopes().forEach(scope -> words.add(scope.word())))
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(lifetime).build());
        if (client.secretHash() != null) {
            registered
                    .clientSecret(client.secretHash())
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        }
        if (client.keys() != null) {
            registered.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        }
        return registered.build();
    }
}
