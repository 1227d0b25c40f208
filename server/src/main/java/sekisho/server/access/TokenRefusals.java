package sekisho.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import sekisho.server.problem.Problem;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemWriter;

/** What is said to who has no token, or none that is accepted: a problem, and the challenge of RFC 6750. */
final class TokenRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemWriter problems;

    TokenRefusals(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (cause instanceof OAuth2AuthenticationException refused) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            problems.write(request, response, at(ProblemCode.TOKEN_REFUSED.because(said(refused) + ".")));
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(request, response, at(ProblemCode.UNAUTHENTICATED.problem()));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
        problems.write(request, response, at(ProblemCode.INSUFFICIENT_SCOPE.problem()));
    }

    private static Problem at(Problem problem) {
        return problem.at(HttpHeaders.AUTHORIZATION);
    }

    private static String said(OAuth2AuthenticationException refused) {
        String description = refused.getError().getDescription();
        return description == null ? "The access token is not accepted" : description;
    }
}
