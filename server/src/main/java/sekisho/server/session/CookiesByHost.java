package sekisho.server.session;

import java.util.List;
import org.springframework.session.web.http.CookieSerializer;

/** Sessions of the console have a cookie of another name, which no other site's link brings along. Any thread. */
record CookiesByHost(ConsoleHost console, CookieSerializer wallet, CookieSerializer staff) implements CookieSerializer {

    @Override
    public void writeCookieValue(CookieValue value) {
        (console.isOf(value.getRequest()) ? staff : wallet).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(jakarta.servlet.http.HttpServletRequest request) {
        return (console.isOf(request) ? staff : wallet).readCookieValues(request);
    }
}
