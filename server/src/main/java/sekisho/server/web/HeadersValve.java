package sekisho.server.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * What every response tells browsers, also the one to a request that is too broken to be handed on. Pages may say more
 * than this default, which allows a document nothing.
 */
final class HeadersValve extends ValveBase {
    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";
    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    private final boolean https;

    /**
     * For a server.
     *
     * @param https whether clients reach it by https, and shall never reach it otherwise
     */
    HeadersValve(boolean https) {
        super(true);
        this.https = https;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (https) {
            response.setHeader("Strict-Transport-Security", TWO_YEARS);
        }
        String path = request.getRequestURI();
        if (path != null && (path.startsWith("/v1/") || path.startsWith("/oauth2/"))) {
            response.setHeader("Cache-Control", "no-store");
        }
        getNext().invoke(request, response);
    }
}
