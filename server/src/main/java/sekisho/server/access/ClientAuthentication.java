package sekisho.server.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/** A client with a verified token, as Spring Security carries it. Immutable. */
final class ClientAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final transient ApiClient client;
    private final transient RateBucket bucket;

    ClientAuthentication(ApiClient client, RateBucket bucket) {
        super(List.<GrantedAuthority>of());
        this.client = client;
        this.bucket = bucket;
        super.setAuthenticated(true);
    }

    ApiClient client() {
        return client;
    }

    RateBucket bucket() {
        return bucket;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return client;
    }

    @Override
    public String getName() {
        return client.clientId();
    }
}
