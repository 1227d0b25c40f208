package sekisho.server.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import sekisho.server.problem.ProblemWriter;

/**
 * Measures how long every request takes, by end point and outcome: its status where it went well, its problem's code
 * where not. Both come from fixed lists, so that strangers cannot make up new series.
 */
final class Latencies extends OncePerRequestFilter {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;
    private final ConcurrentMap<Series, Timer> timers = new ConcurrentHashMap<>();

    Latencies(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Series(String endPoint, String method, String outcome) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            timer(request, response).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(HttpServletRequest request, HttpServletResponse response) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        Object problem = request.getAttribute(ProblemWriter.CODE);
        var series = new Series(
                pattern == null ? "none" : pattern.toString(),
                pattern == null ? "any" : request.getMethod(),
                problem == null ? Integer.toString(response.getStatus()) : problem.toString());
        Timer known = timers.get(series);
        return known != null ? known : timers.computeIfAbsent(series, this::create);
    }

    private Timer create(Series series) {
        return Timer.builder("sekisho.http.requests")
                .description("How long requests took, by end point and outcome")
                .tag("endpoint", series.endPoint())
                .tag("method", series.method())
                .tag("outcome", series.outcome())
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
