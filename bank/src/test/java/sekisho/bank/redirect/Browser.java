package sekisho.bank.redirect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without windows, at one bank: keeps cookies, fills in forms, follows redirects within the bank. */
final class Browser implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]{32})\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new HashMap<>();
    private final URI bank;

    Browser(URI bank) {
        this.bank = bank;
    }

    /**
     * What it shows.
     *
     * @param left where it was sent outside of the bank; empty: nowhere
     */
    record Shown(int status, String body, HttpResponse<String> response, String left) {
        String csrf() {
            var found = CSRF.matcher(body);
            return found.find() ? found.group(1) : "";
        }

        /** The result that it carries to the operator. */
        String result() {
            return URLDecoder.decode(left.substring(left.indexOf("result=") + "result=".length()), UTF_8);
        }

        /** The page without what is another each time. */
        String alike() {
            return body.replaceAll("[0-9a-f]{32}", "*")
                    .replaceAll("class=\"(big|num)\"[^<]*<", "<")
                    .replaceAll("表の [A-E][1-5] と [A-E][1-5]", "表の");
        }
    }

    Shown get(String path) {
        return follow(request(path).GET().build());
    }

    /** Posts a form with the secret of the page. */
    Shown post(String path, Shown page, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("csrf", page.csrf());
        return post(path, form);
    }

    Shown post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return follow(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(bank + path)).timeout(Duration.ofSeconds(10));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Shown follow(HttpRequest request) {
        HttpResponse<String> response;
        try {
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        if (response.statusCode() != 303) {
            return new Shown(response.statusCode(), response.body(), response, "");
        }
        String to = response.headers().firstValue("Location").orElseThrow();
        if (!to.startsWith("/")) {
            return new Shown(303, "", response, to);
        }
        return get(to.substring(bank.getPath().length()));
    }
}
