package sekisho.server.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: cookies, pages, forms. It follows redirects by itself only where it is told. Owner: one thread. */
public final class WebClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public WebClient(URI base) {
        this.base = base;
    }

    /** A page as it came. */
    public record Shown(int status, String path, String html, HttpResponse<String> response) {

        /** Where it leads to, if it is a redirect; otherwise empty. */
        public String leadsTo() {
            return response.headers().firstValue("Location").orElse("");
        }

        /** The value of an input, of the first one with that name. */
        public String value(String name) {
            return find("name=\"" + name + "\"[^>]*? value=\"([^\"]*)\"");
        }

        /** The options of the page's passkey form. */
        public String options() {
            return find("data-options=\"([^\"]*)\"");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        private String find(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(html);
            if (!matcher.find()) {
                throw new AssertionError("no " + pattern + " in the page of " + path + " (" + status + "): " + html);
            }
            return matcher.group(1)
                    .replace("&#34;", "\"")
                    .replace("&quot;", "\"")
                    .replace("&lt;", "<")
                    .replace("&amp;", "&");
        }
    }

    public URI base() {
        return base;
    }

    public Shown get(String path) {
        return send(path, request(path).GET());
    }

    /** Follows redirects to the page at their end. */
    public Shown open(String path) {
        Shown shown = get(path);
        for (int i = 0; i < 5 && !shown.leadsTo().isEmpty(); i++) {
            shown = get(shown.leadsTo());
        }
        return shown;
    }

    /** Sends a form of a page, with its proof against forgery. */
    public Shown post(Shown from, String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", from.value("_csrf"));
        return postBare(path, all);
    }

    /** Sends a form as another site could. */
    public Shown postBare(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                path,
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The value of a cookie; empty: there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Puts a cookie, as an attacker with a hand in the browser could. */
    public void plant(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(base, cookie);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(path.startsWith("http") ? URI.create(path) : URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Accept", "text/html")
                .header("Accept-Language", "en");
    }

    public Shown send(String path, HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Shown(response.statusCode(), path, response.body(), response);
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
