package sekisho.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the load needs on a server: a client of its own, a test currency without limits, and wallets with money. */
final class HttpWorld implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern CLIENT = Pattern.compile("\"client\":\\{\"id\":\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("\"secret\":\"([^\"]+)\"");
    private static final int WALLETS_A_REQUEST = 20_000;
    private static final int TIER = 255;

    /** What every wallet begins with, minor units. */
    static final long OPENING = 100_000_000;

    private final HttpTarget target;
    private final HttpClient client = HttpClient.newHttpClient();
    private final RequestIdBytes ids = new RequestIdBytes();

    HttpWorld(HttpTarget target) {
        this.target = target;
    }

    /** A token of a client that was made for this load and may send as often as it likes. */
    String loadToken() throws IOException, InterruptedException {
        String added = post(
                        "/v1/clients",
                        token(target.clientId(), target.secret()),
                        "{\"name\":\"Load\",\"scopes\":[\"payments:write\",\"bulk\"],\"requestsPerSecond\":1000000}")
                .body();
        return token(found(CLIENT, added), found(SECRET, added));
    }

    /** Makes the currency, if need be, and new wallets with money; their numbers. */
    long[] wallets(int count, long seed) throws IOException, InterruptedException {
        String token = token(target.clientId(), target.secret());
        post("/v1/currencies", token, "{\"currency\":\"XTS\",\"exponent\":2,\"test\":true}");
        post("/v1/banks", token, "{\"bank\":\"9990\"}");
        for (String operation : new String[] {"send", "top-up"}) {
            put("/v1/tiers/" + TIER + "/limits/" + operation, token, "{\"currency\":\"XTS\"}");
        }
        put("/v1/tiers/" + TIER + "/balance-cap", token, "{\"currency\":\"XTS\"}");
        long[] wallets =
                new SplittableRandom(seed).longs(count, 1, Long.MAX_VALUE).toArray();
        for (int from = 0; from < count; from += WALLETS_A_REQUEST) {
            bulk(token, lines(wallets, from, Math.min(count, from + WALLETS_A_REQUEST)));
        }
        return wallets;
    }

    /** A measure of the server's own, by its name at {@code /actuator/prometheus}. */
    double measure(String name) throws IOException, InterruptedException {
        var response = client.send(
                HttpRequest.newBuilder(uri("/actuator/prometheus")).build(), HttpResponse.BodyHandlers.ofString());
        return response.body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the server does not show " + name));
    }

    private String lines(long[] wallets, int from, int to) {
        var lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            String wallet = String.format(java.util.Locale.ROOT, "%016x", wallets[i]);
            lines.append("{\"id\":\"")
                    .append(id())
                    .append("\",\"openWallet\":{\"wallet\":\"")
                    .append(wallet);
            lines.append("\",\"tier\":").append(TIER).append(",\"currency\":\"XTS\"}}\n");
            lines.append("{\"id\":\"")
                    .append(id())
                    .append("\",\"received\":{\"wallet\":\"")
                    .append(wallet);
            lines.append("\",\"bank\":\"9990\",\"amount\":").append(OPENING).append(",\"currency\":\"XTS\"}}\n");
        }
        return lines.toString();
    }

    private void bulk(String token, String lines) throws IOException, InterruptedException {
        var response = client.send(
                request("/v1/bulk", token)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(lines))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String body = response.body();
        if (response.statusCode() != 200 || !body.contains("\"refused\":0,\"unconfirmed\":0")) {
            throw new IllegalStateException("the wallets could not be made: " + response.statusCode() + " "
                    + body.substring(Math.max(0, body.length() - 1_000)));
        }
    }

    private HttpResponse<String> post(String path, String token, String json) throws IOException, InterruptedException {
        return send(request(path, token).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private void put(String path, String token, String json) throws IOException, InterruptedException {
        send(request(path, token).PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** What exists already is well. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(
                request.header("Content-Type", "application/json")
                        .header("Idempotency-Key", id())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300 && response.statusCode() != 409) {
            throw new IllegalStateException("the load's world could not be made: " + response.body());
        }
        return response;
    }

    private String token(String id, String secret) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var response = client.send(
                HttpRequest.newBuilder(uri("/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return found(TOKEN, response.body());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
    }

    private URI uri(String path) {
        return URI.create(target.base() + path);
    }

    private String id() {
        byte[] id = new byte[RequestIdBytes.LENGTH];
        ids.put(id, 0);
        return new String(id, StandardCharsets.US_ASCII);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("the server answered something else than expected: " + text);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        client.close();
    }
}
