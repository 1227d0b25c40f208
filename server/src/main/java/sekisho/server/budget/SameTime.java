package sekisho.server.budget;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets answers leave at fixed times after their requests came: at the first step that is after the work, whichever way the work went. So how
 * long something took, or whether it was done at all, does not show. For short answers only, such as redirects: what is more than the
 * response's buffer would leave before. Any thread.
 */
public final class SameTime extends OncePerRequestFilter {
    /** Its place among filters: outside of all others, but for one that would watch it. */
    public static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    private final long stepNanos;

    /** @param step so long is every answer, or a multiple if the work takes longer; 0: answers leave when they are ready */
    public SameTime(Duration step) {
        if (step.isNegative() || step.compareTo(Duration.ofSeconds(5)) > 0) {
            throw new IllegalArgumentException("a step is 0 to 5 s");
        }
        stepNanos = step.toNanos();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            await(began);
        }
    }

    private void await(long began) {
        if (stepNanos == 0) {
            return;
        }
        long taken = System.nanoTime() - began;
        long leaves = began + end(taken, stepNanos);
        boolean interrupted = false;
        for (long left = leaves - System.nanoTime(); left > 0; left = leaves - System.nanoTime()) {
            LockSupport.parkNanos(left);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** When an answer leaves whose work took so long, after its request (ns). */
    static long end(long taken, long step) {
        return Math.ceilDiv(Math.max(1, taken), step) * step;
    }
}
