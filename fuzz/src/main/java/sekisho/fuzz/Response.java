package sekisho.fuzz;

import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the server answered.
 *
 * @param mediaType without parameters; empty: none
 * @param hit whether it says that it is a repeat's
 * @param executed whether it carries a position of the log
 */
public record Response(int status, String mediaType, boolean hit, boolean executed, String body) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Response of(HttpResponse<String> response) {
        var headers = response.headers();
        return new Response(
                response.statusCode(),
                headers.firstValue("Content-Type").orElse("").replaceFirst(";.*", ""),
                headers.firstValue("Idempotency-Hit").orElse("").equals("true"),
                headers.firstValue("Sekisho-Position").isPresent(),
                response.body());
    }

    /** The body; a missing node if it is not JSON. */
    public JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** Whether what it asks for was done, or read. */
    public boolean accepted() {
        return status < 300;
    }
}
