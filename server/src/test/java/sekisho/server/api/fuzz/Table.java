package sekisho.server.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import sekisho.fuzz.Api;
import sekisho.fuzz.ApiDocument;
import sekisho.fuzz.Judge;
import sekisho.fuzz.Operation;
import sekisho.fuzz.Operator;
import sekisho.fuzz.Response;
import sekisho.fuzz.RightRequests;
import sekisho.fuzz.Scenes;
import sekisho.server.testing.Caller;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.World;
import tools.jackson.databind.JsonNode;

/**
 * A right request for every end point of the document, and what sends and judges what was made of it.
 *
 * @param token of who may do everything
 */
record Table(ApiDocument document, Judge judge, Map<String, RightRequests.Right> requests, Api api, String token) {

    /** A table of things that are made for it. */
    static Table of(World world) throws IOException, InterruptedException {
        var base = world.operator().base();
        var document = ApiDocument.parse(
                world.anybody().get(SharedServer.FRESH_DOCUMENT).expect(200).text());
        var operator = Operator.of(base, "operator", world.operatorSecret(), 1);
        var scene = Scenes.make(operator, document, null);
        var requests = RightRequests.of(document, scene, new SplittableRandom(1));
        return new Table(document, new Judge(document), requests, new Api(base), operator.token());
    }

    /** One row of the table. */
    interface Row {
        void test(Operation operation, Right right) throws IOException, InterruptedException;
    }

    /** A right request, and what is made of it. */
    record Right(String path, @Nullable String body) {
        Right withBody(String other) {
            return new Right(path, other);
        }

        Right at(String other) {
            return new Right(other, body);
        }

        Right withQuery(String query) {
            return at(path + (path.contains("?") ? "&" : "?") + query);
        }

        /** Another part of the path, by its number. */
        Right withPart(int part, String other) {
            String[] halves = path.split("\\?", 2);
            String[] parts = halves[0].split("/", -1);
            parts[part] = other;
            return at(String.join("/", parts) + (halves.length == 2 ? "?" + halves[1] : ""));
        }

        String bodyText() {
            return Objects.requireNonNull(body);
        }
    }

    /** Visits every end point, and holds the engine and the clients to have stayed as they were. */
    void forEach(World world, Row row) throws IOException, InterruptedException {
        String state = world.state();
        String clients = world.operator().get("/v1/clients").expect(200).text();
        for (Operation operation : document.operations()) {
            row.test(operation, right(operation));
        }
        assertThat(world.state()).as("the engine's state").isEqualTo(state);
        assertThat(world.operator().get("/v1/clients").expect(200).text()).isEqualTo(clients);
        assertThat(world.imbalance()).isZero();
    }

    Right right(Operation operation) {
        var right = Objects.requireNonNull(requests.get(operation.toString()), "a right request for " + operation);
        return new Right(right.path(), right.body());
    }

    /** Sends a request of who may do everything, under a new key, where the headers do not say otherwise. */
    Response send(Operation operation, Right right, Map<String, String> headers)
            throws IOException, InterruptedException {
        var all = new HashMap<String, String>();
        all.put(Api.KEY, Caller.newKey());
        all.putAll(headers);
        return send(right, operation, all);
    }

    private Response send(Right right, Operation operation, Map<String, String> headers)
            throws IOException, InterruptedException {
        var body = operation.body();
        return api.send(new Api.Request(
                operation.method(),
                right.path(),
                headers.containsKey("Authorization") ? null : token,
                headers,
                body == null || headers.containsKey("Content-Type") ? null : body.mediaType(),
                right.body()));
    }

    /** It gets a problem of the document, with a status from 400 to 499. */
    JsonNode refuses(Operation operation, Right right, Map<String, String> headers, String what)
            throws IOException, InterruptedException {
        return refused(operation, send(operation, right, headers), what);
    }

    JsonNode refusesWithoutKey(Operation operation, Right right) throws IOException, InterruptedException {
        return refused(operation, send(right, operation, Map.of()), "no key");
    }

    private JsonNode refused(Operation operation, Response response, String what) {
        String context = operation + ", " + (what.length() <= 400 ? what : what.substring(0, 400) + "…") + ": "
                + response.status() + " " + response.body();
        assertThat(judge.faults(operation, response)).as(context).isEmpty();
        assertThat(response.status()).as(context).isBetween(400, 499);
        return response.json();
    }
}
