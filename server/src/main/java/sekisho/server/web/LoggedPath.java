package sekisho.server.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the log of requests says of a path: words that stand in addresses of ours, and ids. Whatever else somebody asked for may be a
 * name or a number, and is a star. Any thread.
 */
public final class LoggedPath implements Filter {
    /** The request's attribute. */
    public static final String ATTRIBUTE = "sekisho.logged-path";

    /** Addresses without a handler method. */
    private static final Set<String> OTHERS = Set.of(
            "",
            "oauth2",
            "token",
            "jwks",
            ".well-known",
            "oauth-authorization-server",
            "actuator",
            "health",
            "readiness",
            "liveness",
            "prometheus",
            "assets",
            "lib");

    /** Wallets and merchants, operations, UUIDs; banks and branches. */
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{16}|[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{1,4}|[A-Z]{3}");

    private static final int LONGEST = 12;

    private final Supplier<Stream<String>> patterns;
    private volatile Set<String> words = Set.of();

    /** @param patterns of our addresses; asked for at the first request */
    LoggedPath(Supplier<Stream<String>> patterns) {
        this.patterns = patterns;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http) {
            request.setAttribute(ATTRIBUTE, of(http.getRequestURI()));
        }
        chain.doFilter(request, response);
    }

    private String of(String path) {
        Set<String> known = words();
        return Stream.of(path.split("/", LONGEST))
                .map(part -> known.contains(part) || ID.matcher(part).matches() ? part : "*")
                .collect(Collectors.joining("/"));
    }

    private Set<String> words() {
        Set<String> known = words;
        if (known.isEmpty()) {
            var found = new TreeSet<>(OTHERS);
            patterns.get()
                    .flatMap(pattern -> Stream.of(pattern.split("/")))
                    .filter(part -> part.indexOf('{') < 0)
                    .forEach(found::add);
            known = Set.copyOf(found);
            words = known;
        }
        return known;
    }
}
