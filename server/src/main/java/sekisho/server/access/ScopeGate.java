package sekisho.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;

/** Lets a request through to an end point of the API if its client has one of the scopes that stand there. */
public final class ScopeGate implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Allowed allowed = method.getMethodAnnotation(Allowed.class);
            if (allowed != null) {
                require(allowed.value());
            }
        }
        return true;
    }

    /** Ends the request unless its client has one of these scopes; none: any client. */
    static void require(Scope... oneOf) {
        ApiClient client = client();
        if (client == null) {
            throw new ProblemException(ProblemCode.UNAUTHENTICATED.problem());
        }
        if (oneOf.length == 0) {
            return;
        }
        for (Scope scope : oneOf) {
            if (client.may(scope)) {
                return;
            }
        }
        throw new ProblemException(lacking(oneOf));
    }

    /** The client of this request; null without a token. */
    public static @Nullable ApiClient client() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof ClientAuthentication known ? known.client() : null;
    }

    /** The problem of a client that has none of these scopes. */
    public static sekisho.server.problem.Problem lacking(Scope... oneOf) {
        String words = Arrays.stream(oneOf).map(Scope::word).collect(Collectors.joining(" or "));
        return ProblemCode.INSUFFICIENT_SCOPE
                .because("The access token lacks the scope " + words + ".")
                .at("Authorization");
    }
}
