package sekisho.server.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends sessions that have lasted as long as any may. */
public final class SessionAge extends OncePerRequestFilter {
    private final Duration longest;
    private final InstantSource clock;

    public SessionAge(Duration longest, InstantSource clock) {
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null
                && session.getAttribute(Entrance.BEGAN) instanceof Long began
                && clock.millis() - began > longest.toMillis()) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
