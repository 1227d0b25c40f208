package sekisho.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One end point of the document.
 *
 * @param method in capitals
 * @param path with variables in braces
 * @param secured whether it needs a token
 * @param scopes that the token needs; any one of them
 * @param body null: it takes none
 * @param answers by status
 */
public record Operation(
        String method,
        String path,
        boolean secured,
        List<String> scopes,
        List<Parameter> parameters,
        @Nullable Body body,
        Map<Integer, Answer> answers) {
    private static final int RATE_LIMITED = 429;

    /** A parameter: in {@code path}, {@code query} or {@code header}. */
    public record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /**
     * What an end point takes.
     *
     * @param schema of the body; of each line, where there are lines
     */
    public record Body(String mediaType, JsonNode schema, boolean required) {
        /** Whether it is lines of JSON. */
        public boolean isLines() {
            return mediaType.endsWith("ndjson");
        }
    }

    /**
     * What an end point may answer with a status.
     *
     * @param schema of the body; of each line, where there are lines
     * @param codes that a problem may have; empty: it is no problem
     */
    public record Answer(String mediaType, JsonNode schema, Set<String> codes) {}

    /** Whether it changes something, under an Idempotency-Key. */
    public boolean changes() {
        return parameters.stream().anyMatch(parameter -> parameter.in().equals("header"));
    }

    /** Whether its body is lines of JSON. */
    public boolean takesLines() {
        return body != null && body.isLines();
    }

    /** Whether its path has variables. */
    boolean hasVariables() {
        return path.contains("{");
    }

    /** The statuses that a fuzzer can bring about: success, and what is wrong with a request or refused. */
    Set<Integer> reachable() {
        var reachable = new TreeSet<Integer>();
        for (int status : answers.keySet()) {
            // A node switches to the newest behaviour when it starts: nobody has a later one to switch to.
            boolean needsLaterBehaviour = path.equals("/v1/engine/behaviour") && (status == 200 || status == 409);
            if (status < 500 && status != RATE_LIMITED && !needsLaterBehaviour) {
                reachable.add(status);
            }
        }
        return reachable;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
