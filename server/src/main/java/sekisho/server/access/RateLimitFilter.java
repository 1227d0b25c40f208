package sekisho.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemWriter;

/**
 * Spends one of the client's requests, and says how many are left in the header fields of
 * draft-ietf-httpapi-ratelimit-headers.
 */
final class RateLimitFilter extends OncePerRequestFilter {
    private final ProblemWriter problems;

    RateLimitFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof ClientAuthentication client) {
            long now = System.nanoTime();
            RateBucket bucket = client.bucket();
            long left = bucket.spend(now);
            response.setHeader("RateLimit-Policy", "\"client\";q=" + bucket.size() + ";w=" + RateBucket.SECONDS);
            response.setHeader("RateLimit", "\"client\";r=" + Math.max(0, left) + ";t=" + bucket.secondsToFull(now));
            if (left < 0) {
                problems.write(
                        request,
                        response,
                        ProblemCode.RATE_LIMITED
                                .because("This client may send " + bucket.size() / RateBucket.SECONDS
                                        + " requests a second.")
                                .withBound(bucket.size() / RateBucket.SECONDS)
                                .retryAfter(1));
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
