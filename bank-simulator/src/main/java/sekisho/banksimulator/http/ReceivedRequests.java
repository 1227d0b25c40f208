package sekisho.banksimulator.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Counts every request that reached a bank, by what was asked: a method and a path with its variables' names. A page of the bank, a
 * customer's device, the list of mandates that an operator reads by the clock: all of them, whatever became of them. Any thread.
 */
final class ReceivedRequests implements HandlerInterceptor {
    private static final String CODE = "code";
    private static final String DIRECTOR = "/admin/";

    private final Map<String, Map<String, LongAdder>> counts = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get(CODE) instanceof String bank
                && !pattern.startsWith(DIRECTOR)) {
            counts.computeIfAbsent(bank, _ -> new ConcurrentHashMap<>())
                    .computeIfAbsent(request.getMethod() + " " + pattern, _ -> new LongAdder())
                    .increment();
        }
        return true;
    }

    /** How often a bank was asked for what. */
    SortedMap<String, Long> at(String bank) {
        var now = new TreeMap<String, Long>();
        counts.getOrDefault(bank, Map.of()).forEach((asked, count) -> now.put(asked, count.sum()));
        return now;
    }
}
