package sekisho.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemWriter;

/**
 * Bounds how often one source asks for tokens. A refused proof costs ten times as much as an accepted one. By source and
 * not by client: otherwise anybody could lock a client out by failing in its name.
 */
final class TokenRates extends OncePerRequestFilter {
    private static final int MOST_SOURCES = 100_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final int FAILURE_COSTS_MORE = 9;

    private final ProblemWriter problems;
    private final int perSecond;
    private final Cache<String, RateBucket> sources = Caffeine.newBuilder()
            .maximumSize(MOST_SOURCES)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();

    TokenRates(ProblemWriter problems, int perSecond) {
        this.problems = problems;
        this.perSecond = perSecond;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RateBucket bucket = sources.get(request.getRemoteAddr(), _ -> new RateBucket(perSecond, System.nanoTime()));
        if (bucket.spend(System.nanoTime()) < 0) {
            problems.write(
                    request,
                    response,
                    ProblemCode.RATE_LIMITED
                            .because("Tokens are asked for too often from this address.")
                            .retryAfter(1));
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            for (int i = 0; i < FAILURE_COSTS_MORE && bucket.spend(System.nanoTime()) >= 0; i++) {
                // The price of a failure, as far as there is something left.
            }
        }
    }
}
