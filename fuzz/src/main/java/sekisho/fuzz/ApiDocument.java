package sekisho.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's document (OpenAPI 3.1), as far as a tester needs it. Immutable; any thread. */
public final class ApiDocument {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String PROBLEM = "Problem: ";

    /** It speaks RFC 6749: it is not like the others. */
    private static final String TOKEN = "/oauth2/token";

    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
        root.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (!path.equals(TOKEN)) {
                        operations.add(operation(method.toUpperCase(Locale.ROOT), path, operation));
                    }
                }));
    }

    /** Reads the document. */
    public static ApiDocument parse(String json) {
        return new ApiDocument(MAPPER.readTree(json));
    }

    /** Every end point but the token's. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** How many end points the document has, the token's too. */
    public int size() {
        int[] size = new int[1];
        root.path("paths").forEachEntry((_, item) -> size[0] += item.size());
        return size[0];
    }

    /** A schema itself, where there is a reference to one. */
    JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : root.at(reference.substring(1));
    }

    /** A schema of the components. */
    JsonNode component(String name) {
        return root.path("components").path("schemas").path(name);
    }

    private Operation operation(String method, String path, JsonNode operation) {
        List<Operation.Parameter> parameters = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(parameter -> parameters.add(new Operation.Parameter(
                        parameter.path("name").asString(),
                        parameter.path("in").asString(),
                        parameter.path("required").asBoolean(false),
                        parameter.path("schema"))));
        var answers = new TreeMap<Integer, Operation.Answer>();
        operation
                .path("responses")
                .forEachEntry((status, response) -> answers.put(Integer.parseInt(status), answer(resolve(response))));
        List<String> scopes = new ArrayList<>();
        operation
                .path("security")
                .forEach(way -> way.forEach(words -> words.forEach(scope -> scopes.add(scope.asString()))));
        return new Operation(
                method,
                path,
                operation.path("security").size() > 0,
                scopes,
                parameters,
                body(operation.path("requestBody")),
                answers);
    }

    private Operation.@Nullable Body body(JsonNode body) {
        if (body.isMissingNode()) {
            return null;
        }
        var content = body.path("content").properties().iterator().next();
        return new Operation.Body(
                content.getKey(),
                resolve(schema(content.getValue())),
                body.path("required").asBoolean(false));
    }

    private Operation.Answer answer(JsonNode response) {
        var content = response.path("content").properties().iterator().next();
        return new Operation.Answer(
                content.getKey(),
                resolve(schema(content.getValue())),
                codes(response.path("description").asString("")));
    }

    private static JsonNode schema(JsonNode media) {
        return media.has("x-line-schema") ? media.path("x-line-schema") : media.path("schema");
    }

    private static Set<String> codes(String description) {
        return description.startsWith(PROBLEM)
                ? new HashSet<>(Arrays.asList(description
                        .substring(PROBLEM.length(), description.length() - 1)
                        .split(", ")))
                : Set.of();
    }
}
