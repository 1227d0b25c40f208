package sekisho.server.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import sekisho.server.testing.Caller;
import sekisho.server.testing.WebClient;
import sekisho.server.ways.Addresses;

/** Goes to every address of the server and says what is personal wherever anything may be said: in place of everything that it asks for. */
final class EveryAddress {
    private static final List<String> NOT_THERE =
            List.of("/sign-out", "/end-all", "/end-others", "/settings/devices/end");

    private final Nest nest;
    private final List<String> said;
    private int next;

    EveryAddress(Nest nest, List<String> said) {
        this.nest = nest;
        this.said = said;
    }

    /** As somebody in a browser; how many there were. */
    int visit(WebClient browser) {
        int called = 0;
        String proof = browser.get("/settings").value("_csrf");
        for (Addresses.Address address : Addresses.of(nest.running().server()).values()) {
            if (NOT_THERE.stream().anyMatch(address.path()::endsWith)) {
                continue;
            }
            called++;
            String path = address.path().replaceAll("\\{[^}]*}|\\*+", encoded(say()));
            Map<String, String> asked = asked(address);
            if (!address.method().equals("POST") || address.path().startsWith("/v1/")) {
                browser.get(path + "?" + form(asked) + "&" + encoded(say()) + "=" + encoded(say()));
            } else {
                asked.put(say(), say());
                asked.put("_csrf", proof);
                browser.postBare(path, asked);
                if (address.path().contains("{")) {
                    // Where the place is right, and the rest is not.
                    browser.postBare(address.path().replaceAll("\\{[^}]*}|\\*+", Nest.WEB), asked);
                }
            }
        }
        return called;
    }

    /** As a program: whatever is no JSON, and JSON that nobody asked for. */
    void call(Caller caller) {
        for (Addresses.Address address : Addresses.of(nest.running().server()).values()) {
            if (!address.path().startsWith("/v1/") && !address.path().startsWith("/oauth2/")) {
                continue;
            }
            String path = address.path().replaceAll("\\{[^}]*}", "3b6e2f0a9c4d5e61");
            for (String body : bodies()) {
                var request = caller.request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", Caller.newKey())
                        .header("Approval", encoded(say()))
                        .method(address.method(), HttpRequest.BodyPublishers.ofString(body));
                var _ = caller.send(request.build());
            }
            var _ = caller.send(caller.request(path + "?cursor=" + encoded(say()) + "&" + encoded(say()) + "=1")
                    .header("Idempotency-Key", encoded(say()))
                    .method(address.method(), HttpRequest.BodyPublishers.noBody())
                    .build());
        }
    }

    private List<String> bodies() {
        return List.of(
                "{\"" + say() + "\":\"" + say() + "\"}",
                "{\"wallet\":\"" + say() + "\",\"tier\":\"" + say() + "\",\"amount\":\"" + say() + "\",\"bank\":\""
                        + say() + "\",\"currency\":\"" + say() + "\",\"from\":\"" + say() + "\",\"account\":\"" + say()
                        + "\"}",
                "{\"amount\":" + say() + "}");
    }

    private String say() {
        return said.get(next++ % said.size());
    }

    private Map<String, String> asked(Addresses.Address address) {
        Map<String, String> asked = new LinkedHashMap<>();
        var handler = address.handler();
        if (handler != null) {
            for (MethodParameter parameter : handler.getMethodParameters()) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                RequestParam stated = parameter.getParameterAnnotation(RequestParam.class);
                String name =
                        stated != null && !stated.value().isEmpty() ? stated.value() : parameter.getParameterName();
                if (stated != null && name != null) {
                    asked.put(name, say());
                }
            }
        }
        return asked;
    }

    private static String form(Map<String, String> fields) {
        var form = new StringBuilder();
        fields.forEach((name, value) ->
                form.append(name).append('=').append(encoded(value)).append('&'));
        return form.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
