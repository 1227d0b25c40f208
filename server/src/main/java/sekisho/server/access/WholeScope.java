package sekisho.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads a client credentials request; one that names no scope gets all that its client has (RFC 6749, 3.3). */
final class WholeScope implements AuthenticationConverter {
    private final AuthenticationConverter converter = new OAuth2ClientCredentialsAuthenticationConverter();
    private final RegisteredClients clients;

    WholeScope(RegisteredClients clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        Authentication read = converter.convert(request);
        if (!(read instanceof OAuth2ClientCredentialsAuthenticationToken asked)
                || !asked.getScopes().isEmpty()) {
            return read;
        }
        var client = clients.findByClientId(asked.getName());
        return client == null
                ? read
                : new OAuth2ClientCredentialsAuthenticationToken(
                        (Authentication) asked.getPrincipal(), client.getScopes(), Map.of());
    }
}
