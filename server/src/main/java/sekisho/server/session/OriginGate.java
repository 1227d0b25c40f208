package sekisho.server.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the two origins apart: the console's pages are at its host and nowhere else, and nothing else is at its host. */
final class OriginGate extends OncePerRequestFilter {
    private static final List<String> SHARED = List.of("/assets", "/choice", "/demo/enter", "/favicon.ico");

    private final ConsoleHost console;

    OriginGate(ConsoleHost console) {
        this.console = console;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean staffs = isBelow(path, ConsoleHost.PATH);
        if (!console.isOf(request)) {
            if (staffs) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                chain.doFilter(request, response);
            }
        } else if (path.equals("/")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", ConsoleHost.PATH);
        } else if (staffs || SHARED.stream().anyMatch(prefix -> isBelow(path, prefix))) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static boolean isBelow(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
