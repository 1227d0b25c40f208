package sekisho.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes requests: for an end point, in a scene, with an aim. Owner: one thread. */
final class Attempts {
    private static final String UNKNOWN_16 = "00000000000000aa";
    private static final String UNKNOWN_32 = "000000000000000000000000000000aa";
    private static final List<String> NO_IDS = List.of(
            "-1", "%20", "x%C3%A9", "9".repeat(500), "..x", "0x10", "%00", "%25", "'", "%F0%9F%98%80", "%ED%A0%80");

    private final ApiDocument document;
    private final SplittableRandom random;
    private final Values values;
    private final Keys keys;

    Attempts(ApiDocument document, SplittableRandom random, Values values) {
        this.document = document;
        this.random = random;
        this.values = values;
        this.keys = new Keys(random);
    }

    /** Who asks. */
    interface Tokens {
        /** Of who may do everything. */
        String all();

        /** Of who may do nothing here. */
        String little();
    }

    /** A request with an aim that suits its end point. */
    Api.Request make(Operation operation, Aim aim, Scene scene, Tokens tokens) {
        values.use(scene);
        RightRequests.Right right = RightRequests.of(document, scene, random).get(operation.toString());
        if (right == null) {
            throw new IllegalStateException("no right request is known for " + operation);
        }
        Operation.Body takes = operation.body();
        return new Api.Request(
                operation.method(),
                path(operation, aim, right.path()),
                token(operation, aim, tokens),
                headers(operation, aim),
                takes == null ? null : aim == Aim.WRONG_TYPE ? "text/plain" : takes.mediaType(),
                takes == null ? null : body(takes, aim, right.body()));
    }

    private static @Nullable String token(Operation operation, Aim aim, Tokens tokens) {
        return switch (aim) {
            case NO_TOKEN -> null;
            case BAD_TOKEN -> tokens.all().substring(0, tokens.all().length() - 9) + "AAAAAAAAA";
            case LITTLE_SCOPE -> tokens.little();
            case RIGHT,
                    WILD,
                    BAD_BODY,
                    BAD_PATH,
                    UNKNOWN_PATH,
                    BAD_QUERY,
                    NO_KEY,
                    BAD_KEY,
                    OLD_KEY,
                    FUTURE_KEY,
                    REPEAT,
                    SAME_KEY,
                    WRONG_TYPE,
                    OVERSIZED,
                    NO_XML,
                    LONG_CHAIN -> operation.secured() ? tokens.all() : null;
        };
    }

    private Map<String, String> headers(Operation operation, Aim aim) {
        var headers = new HashMap<String, String>();
        if (aim == Aim.NO_XML) {
            headers.put("Accept", "application/xml");
        }
        if (operation.changes() && aim != Aim.NO_KEY) {
            headers.put(Api.KEY, key(aim));
        }
        return headers;
    }

    private String key(Aim aim) {
        long now = System.currentTimeMillis();
        return switch (aim) {
            case BAD_KEY ->
                List.of("x", "00000000-0000-0000-0000-000000000000", "123e4567-e89b-42d3-a456-426614174000")
                        .get(random.nextInt(3));
            case OLD_KEY ->
                keys.from(random.nextBoolean() ? random.nextLong(now) : now - TimeUnit.MINUTES.toMillis(17));
            case FUTURE_KEY -> keys.from(now + TimeUnit.MINUTES.toMillis(random.nextInt(2, 1_000_000)));
            case RIGHT,
                    WILD,
                    BAD_BODY,
                    BAD_PATH,
                    UNKNOWN_PATH,
                    BAD_QUERY,
                    NO_TOKEN,
                    BAD_TOKEN,
                    LITTLE_SCOPE,
                    NO_KEY,
                    REPEAT,
                    SAME_KEY,
                    WRONG_TYPE,
                    OVERSIZED,
                    NO_XML,
                    LONG_CHAIN -> // Late ones are right, but do not undo what is newer.
                values.oneIn(10) ? keys.from(now - random.nextInt(1, 60_000)) : keys.next();
        };
    }

    private String path(Operation operation, Aim aim, String right) {
        return switch (aim) {
            case WILD -> wildPath(operation);
            case BAD_PATH -> replaced(operation, right, NO_IDS.get(random.nextInt(NO_IDS.size())));
            case UNKNOWN_PATH -> replaced(operation, right, "");
            case BAD_QUERY -> right + (right.contains("?") ? "&" : "?") + "unknown=1";
            case LONG_CHAIN -> "/v1/bulk?mode=atomic";
            case RIGHT,
                    BAD_BODY,
                    NO_TOKEN,
                    BAD_TOKEN,
                    LITTLE_SCOPE,
                    NO_KEY,
                    BAD_KEY,
                    OLD_KEY,
                    FUTURE_KEY,
                    REPEAT,
                    SAME_KEY,
                    WRONG_TYPE,
                    OVERSIZED,
                    NO_XML -> right;
        };
    }

    /** One variable of the path replaced; by an id that nobody has, where nothing is given. */
    private String replaced(Operation operation, String right, String by) {
        String[] template = operation.path().split("/", -1);
        String[] path = right.split("/", -1);
        var variables = new ArrayList<Integer>();
        for (int i = 0; i < template.length; i++) {
            if (template[i].startsWith("{")) {
                variables.add(i);
            }
        }
        int chosen = variables.get(random.nextInt(variables.size()));
        path[chosen] = by.isEmpty() ? unknown(path[chosen]) : by;
        return String.join("/", path);
    }

    private static String unknown(String id) {
        return switch (id.length()) {
            case 16 -> UNKNOWN_16;
            case 32 -> UNKNOWN_32;
            case 4 -> "9998";
            case 3 -> "998";
            default -> "client-00000000000000aa";
        };
    }

    private String wildPath(Operation operation) {
        String path = operation.path();
        var query = new ArrayList<String>();
        for (var parameter : operation.parameters()) {
            switch (parameter.in()) {
                case "path" ->
                    path = path.replace(
                            "{" + parameter.name() + "}",
                            encoded(values.variable(parameter.name(), parameter.schema())));
                case "query" -> {
                    if (asked(parameter)) {
                        query.add(parameter.name() + "="
                                + encoded(values.variable(parameter.name(), parameter.schema())));
                    }
                }
                default -> {
                    // Header fields come separately.
                }
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    /** Waiting takes time: it is asked for rarely. */
    private boolean asked(Operation.Parameter parameter) {
        boolean waits = parameter.name().equals("atLeast") || parameter.name().equals("wait");
        return parameter.required() ? !values.oneIn(50) : values.oneIn(waits ? 500 : 3);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private @Nullable String body(Operation.Body takes, Aim aim, @Nullable String right) {
        return switch (aim) {
            case WILD -> takes.isLines() ? wildLines(takes.schema()) : wildBody(takes);
            case BAD_BODY -> badBody(takes, right == null ? "{}" : right);
            case OVERSIZED -> right + " ".repeat(70_000);
            case LONG_CHAIN ->
                String.valueOf(right)
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .concat("\n")
                        .repeat(65);
            case RIGHT,
                    BAD_PATH,
                    UNKNOWN_PATH,
                    BAD_QUERY,
                    NO_TOKEN,
                    BAD_TOKEN,
                    LITTLE_SCOPE,
                    NO_KEY,
                    BAD_KEY,
                    OLD_KEY,
                    FUTURE_KEY,
                    REPEAT,
                    SAME_KEY,
                    WRONG_TYPE,
                    NO_XML -> right;
        };
    }

    private String badBody(Operation.Body takes, String right) {
        if (takes.isLines()) {
            String line = right.lines().findFirst().orElseThrow();
            var bad = BadBodies.of(document, takes.schema(), line);
            return right + bad.get(random.nextInt(bad.size())).body() + "\n" + right;
        }
        var bad = BadBodies.of(document, takes.schema(), right);
        return bad.get(random.nextInt(bad.size())).body();
    }

    private @Nullable String wildBody(Operation.Body takes) {
        if (!takes.required() && values.oneIn(3)) {
            return null;
        }
        if (values.oneIn(80)) {
            return values.hostile();
        }
        String body = values.json(takes.schema());
        return values.oneIn(100) ? body.substring(0, random.nextInt(body.length() + 1)) : body;
    }

    /** Lines that ask for one thing each, most of them. */
    private String wildLines(JsonNode schema) {
        var names = new ArrayList<String>();
        schema.path("properties").forEachEntry((name, _) -> names.add(name));
        names.remove("id");
        var lines = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            String thing = values.json(schema.path("properties").path(name));
            lines.append(
                            values.oneIn(30)
                                    ? values.json(schema)
                                    : "{\"id\":\"" + keys.next() + "\",\"" + name + "\":" + thing + "}")
                    .append(values.oneIn(30) ? "\r\n" : "\n");
        }
        return lines.toString();
    }
}
