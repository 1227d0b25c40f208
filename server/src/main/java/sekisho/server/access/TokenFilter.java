package sekisho.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks: by the bearer token in the header Authorization (RFC 6750, 2.1) and nowhere else. A request
 * without one goes on as nobody's.
 */
final class TokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final VerifiedTokens tokens;
    private final TokenRefusals refusals;

    TokenFilter(VerifiedTokens tokens, TokenRefusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (token != null) {
            ClientAuthentication client;
            try {
                client = tokens.authenticate(token);
            } catch (InvalidBearerTokenException refused) {
                refusals.commence(request, response, refused);
                return;
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(client);
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private static @Nullable String token(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
