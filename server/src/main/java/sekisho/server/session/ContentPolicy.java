package sekisho.server.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/** The content security policy: our own files and nothing else; no script and no style within a page. */
public final class ContentPolicy implements HeaderWriter {
    private static final String HEADER = "Content-Security-Policy";
    private static final String FORMS = "sekisho.forms-to";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; form-action 'self'";

    ContentPolicy() {}

    /** The policy, for other chains of filters. */
    public static ContentPolicy strict() {
        return new ContentPolicy();
    }

    /** The page of this request has a form that leads to another origin, which we know: a bank. */
    public static void allowFormsTo(HttpServletRequest request, String origin) {
        if (!origin.matches("https?://[A-Za-z0-9.:\\[\\]-]+")) {
            throw new IllegalArgumentException("an origin is a scheme, a host and a port");
        }
        request.setAttribute(FORMS, origin);
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        Object origin = request.getAttribute(FORMS);
        response.setHeader(HEADER, origin == null ? POLICY : POLICY + " " + origin);
    }
}
