package sekisho.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A customer who goes through Keycloak's pages. Carries the cookies by hand: they are {@code Secure}, also where the server
 * speaks http, and a client that obeys would not send them.
 */
final class Visitor implements AutoCloseable {
    private static final Pattern ACTION = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
    private static final String RETURN = "/link/return/fapi/";
    private static final int MOST_STEPS = 12;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /**
     * Logs in, agrees, and stops where the browser would leave the bank.
     *
     * @return the query that it would bring to us
     */
    String login(URI goTo, String name, String password) throws IOException, InterruptedException {
        return back(goTo, name, password).getRawQuery();
    }

    /** The same; the whole address that the browser would go to. */
    URI back(URI goTo, String name, String password) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(goTo));
        for (int step = 0; step < MOST_STEPS; step++) {
            String location = answer.headers().firstValue("Location").orElse("");
            if (location.contains(RETURN)) {
                return URI.create(location);
            }
            if (!location.isEmpty()) {
                answer = send(HttpRequest.newBuilder(answer.uri().resolve(location)));
                continue;
            }
            Matcher form = ACTION.matcher(answer.body());
            if (!form.find()) {
                throw new AssertionError(answer.statusCode() + " without a form:\n" + answer.body());
            }
            URI action = answer.uri().resolve(form.group(1).replace("&amp;", "&"));
            Map<String, String> fields = answer.body().contains("id=\"kc-form-login\"")
                    ? Map.of("username", name, "password", password)
                    : Map.of("accept", "Yes", "code", hidden(answer.body(), "code"));
            answer = send(HttpRequest.newBuilder(action)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form(fields))));
        }
        throw new AssertionError("no end of pages: " + answer.uri());
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String pair = cookie.replaceFirst(";.*", "");
            int equals = pair.indexOf('=');
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return answer;
    }

    private static String hidden(String page, String name) {
        Matcher field = Pattern.compile("<input[^>]*name=\"" + name + "\"[^>]*value=\"([^\"]*)\"")
                .matcher(page);
        return field.find() ? field.group(1) : "";
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
