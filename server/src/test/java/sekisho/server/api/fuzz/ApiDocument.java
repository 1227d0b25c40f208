package sekisho.server.api.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's document, as far as a tester needs it. */
final class ApiDocument {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String PROBLEM = "Problem: ";

    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
        root.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (path.startsWith("/v1/")) {
                        operations.add(operation(method.toUpperCase(java.util.Locale.ROOT), path, operation));
                    }
                }));
    }

    static ApiDocument parse(String json) {
        return new ApiDocument(MAPPER.readTree(json));
    }

    /**
     * One end point.
     *
     * @param body schema of the JSON body; null: it takes none
     * @param codes of the problems that each status may have; empty where it is no problem
     */
    record Operation(
            String method,
            String path,
            List<Parameter> parameters,
            @Nullable JsonNode body,
            boolean bodyRequired,
            Map<Integer, Set<String>> codes) {

        /** Whether it changes something. */
        boolean changes() {
            return parameters.stream().anyMatch(parameter -> parameter.in().equals("header"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** A parameter of an end point. */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    List<Operation> operations() {
        return operations;
    }

    /** The end point with this method and path. */
    Operation operation(String method, String path) {
        return operations.stream()
                .filter(operation ->
                        operation.method().equals(method) && operation.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** A schema itself, where there is a reference to one. */
    JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : root.at(reference.substring(1));
    }

    private Operation operation(String method, String path, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(parameter -> parameters.add(new Parameter(
                        parameter.path("name").asString(),
                        parameter.path("in").asString(),
                        parameter.path("required").asBoolean(false),
                        parameter.path("schema"))));
        JsonNode body = operation.at("/requestBody/content/application~1json/schema");
        Map<Integer, Set<String>> codes = new HashMap<>();
        operation
                .path("responses")
                .forEachEntry((status, response) -> codes.put(
                        Integer.parseInt(status),
                        codes(resolve(response).path("description").asString(""))));
        return new Operation(
                method,
                path,
                parameters,
                body.isMissingNode() ? null : resolve(body),
                operation.at("/requestBody/required").asBoolean(false),
                codes);
    }

    private static Set<String> codes(String description) {
        return description.startsWith(PROBLEM)
                ? new HashSet<>(Arrays.asList(description
                        .substring(PROBLEM.length(), description.length() - 1)
                        .split(", ")))
                : Set.of();
    }
}
