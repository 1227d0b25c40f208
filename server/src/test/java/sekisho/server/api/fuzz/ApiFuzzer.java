package sekisho.server.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import sekisho.server.access.Scope;
import sekisho.server.api.ApiHeaders;
import sekisho.server.testing.Caller;
import sekisho.server.testing.Reply;
import sekisho.server.testing.World;
import tools.jackson.databind.JsonNode;

/**
 * Asks for everything that the API's document offers, rightly and wrongly, and holds the answers to the document: no
 * status and no code that it does not state, never 500, and money that neither comes nor goes. Owner: one thread.
 */
final class ApiFuzzer {
    private static final long HOUR_MILLIS = 3_600_000;

    /** What would end the game, whoever plays it. */
    private static final List<String> LEFT_OUT = List.of("PUT /v1/engine/journal-capacity", "POST /v1/bulk");

    private final World world;
    private final List<ApiDocument.Operation> operations;
    private final long seed;
    private final SplittableRandom random;
    private final Values values;
    private final Caller harmless;
    private final Map<Integer, Integer> statuses = new HashMap<>();
    private String lastKey = Caller.newKey();
    private long requests;

    ApiFuzzer(World world, ApiDocument document, long seed) {
        this.world = world;
        this.operations = document.operations().stream()
                .filter(operation -> !LEFT_OUT.contains(operation.toString()))
                .toList();
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.values = new Values(document, random);
        this.harmless = world.client(Scope.EVENTS_READ);
        seedWorld();
    }

    private void seedWorld() {
        for (int i = 0; i < 5; i++) {
            String wallet = world.wallet();
            values.remember(wallet);
            values.remember(world.merchant("XTS"));
            values.remember(world.link(wallet, "0001"));
        }
        values.remember("XTS");
        values.remember("0001");
        values.remember("0005");
    }

    /** Sends one request and judges the answer. */
    void step() {
        var operation = operations.get(random.nextInt(operations.size()));
        String path = path(operation);
        String body = body(operation);
        Map<String, String> headers = headers(operation);
        Caller caller = values.oneIn(30) ? harmless : values.oneIn(60) ? world.anybody() : world.operator();
        String context = "seed " + seed + ", request " + requests + ": " + operation.method() + " " + path + " "
                + headers + " " + body;
        Reply reply = caller.send(operation.method(), path, body, headers);
        requests++;
        statuses.merge(reply.status(), 1, Integer::sum);
        Judge.judge(operation, reply, context);
        if (reply.status() < 300) {
            learn(reply.json());
        }
    }

    /** Money has neither come nor gone. */
    void checkMoney() {
        assertThat(world.imbalance())
                .as("seed %s, after %s requests", seed, requests)
                .isZero();
    }

    long requests() {
        return requests;
    }

    Map<Integer, Integer> statuses() {
        return statuses;
    }

    private String path(ApiDocument.Operation operation) {
        String path = operation.path();
        var query = new ArrayList<String>();
        for (var parameter : operation.parameters()) {
            String value = values.text(parameter.schema());
            switch (parameter.in()) {
                case "path" -> path = path.replace("{" + parameter.name() + "}", encoded(value));
                case "query" -> {
                    if (asked(parameter)) {
                        query.add(parameter.name() + "=" + encoded(value));
                    }
                }
                default -> {
                    // Header fields come separately.
                }
            }
        }
        if (values.oneIn(100)) {
            query.add("unknown=1");
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    /** Waiting takes time: it is asked for rarely. */
    private boolean asked(ApiDocument.Parameter parameter) {
        boolean waits = parameter.name().equals("atLeast") || parameter.name().equals("wait");
        return parameter.required() ? !values.oneIn(50) : values.oneIn(waits ? 500 : 3);
    }

    private @Nullable String body(ApiDocument.Operation operation) {
        if (operation.body() == null) {
            return null;
        }
        if (!operation.bodyRequired() && values.oneIn(3)) {
            return null;
        }
        if (values.oneIn(80)) {
            return values.hostile();
        }
        String body = values.json(operation.body());
        return values.oneIn(100) ? body.substring(0, random.nextInt(body.length() + 1)) : body;
    }

    private Map<String, String> headers(ApiDocument.Operation operation) {
        if (!operation.changes()) {
            return Map.of();
        }
        return switch (random.nextInt(60)) {
            case 0 -> Map.of();
            case 1 -> Map.of(ApiHeaders.KEY, "x");
            case 2 -> Map.of(ApiHeaders.KEY, Caller.keyFrom(System.currentTimeMillis() - HOUR_MILLIS));
            case 3 -> Map.of(ApiHeaders.KEY, Caller.keyFrom(System.currentTimeMillis() + HOUR_MILLIS));
            case 4, 5, 6 -> Map.of(ApiHeaders.KEY, lastKey);
            default -> {
                lastKey = Caller.newKey();
                yield Map.of(ApiHeaders.KEY, lastKey);
            }
        };
    }

    private void learn(JsonNode node) {
        node.forEachEntry((_, value) -> {
            if (value.isString() && value.asString().matches("[0-9a-f]{16}|[0-9a-f]{32}|client-[0-9a-f]+")) {
                values.remember(value.asString());
            } else if (value.isObject()) {
                learn(value);
            }
        });
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
