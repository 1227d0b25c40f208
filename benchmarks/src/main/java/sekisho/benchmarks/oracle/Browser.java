package sekisho.benchmarks.oracle;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser over loopback: cookies and forms. Owner: one thread at a time. */
final class Browser implements AutoCloseable {
    static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration DEADLINE = Duration.ofHours(24);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Browser(URI base) {
        this.base = base;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "text/html")
                .header("Accept-Language", "en");
    }

    /** What a page has there. */
    static String found(Pattern pattern, HttpResponse<String> page) throws IOException {
        Matcher matcher = pattern.matcher(page.body());
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in the answer " + page.statusCode() + ": " + page.body());
        }
        return matcher.group(1)
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** Status, headers and body, without what is the clock's. */
    static String plain(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return answer.statusCode() + " " + headers + " " + answer.body();
    }

    /** A page with its status, without proofs against forgery, numbers of requests, and the clock. */
    String page(String path) throws IOException, InterruptedException {
        return plainPage(get(path));
    }

    /** The same of a page with a deadline, which is said as what it is. @throws IOException it is not a day from now */
    String pageWithDeadline(String path) throws IOException, InterruptedException {
        Instant began = Instant.now();
        var page = get(path);
        String body = page.body();
        String deadline = CLOCK.format(began.plus(DEADLINE));
        if (!body.contains(deadline)) {
            deadline = CLOCK.format(Instant.now().plus(DEADLINE));
        }
        if (!body.contains(deadline)) {
            throw new IOException("the deadline is not in 24 hours: " + body);
        }
        return plainPage(page);
    }

    private static String plainPage(HttpResponse<String> page) {
        return page.statusCode() + " "
                + page.body()
                        .replaceAll("name=\"(_csrf|request)\" value=\"[^\"]*\"", "")
                        .replaceAll("datetime=\"[^\"]*\"|since=[0-9]+", "")
                        .replaceAll("[0-9]{1,2}:[0-9]{2}", "");
    }

    @Override
    public void close() {
        client.close();
    }
}
