package sekisho.server.api.document;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;

/** The schema of problems. */
final class ProblemSchema {
    private ProblemSchema() {}

    static Schema<?> schema() {
        var problem = DocumentConfiguration.ofType("object");
        problem.setDescription("A problem document (RFC 9457). Every code is described under /problems/{code}.");
        add(problem, "type", "string", "The URI of the kind of problem.", "/problems/insufficient-funds");
        add(problem, "title", "string", "The same for every problem of this code.", "The balance is not enough");
        add(problem, "status", "integer", "Of HTTP.", 422);
        add(
                problem,
                "detail",
                "string",
                "What is wrong this time, and what to do.",
                "The balance is not enough (what is available: 300). Send a smaller amount or top up first, with a new "
                        + "Idempotency-Key.");
        add(problem, "code", "string", "Names the kind of problem, for life.", "insufficient-funds");
        add(
                problem,
                "field",
                "string",
                "A JSON pointer into the body, or the name of a parameter or header.",
                "/amount");
        add(problem, "bound", "integer", "The number that the problem speaks of.", 300);
        add(problem, "requestId", "string", "The request's Idempotency-Key.", "01890a5d-ac96-774b-bcce-b302099a8057");
        add(problem, "incident", "string", "Stands in the server's log beside the cause.", "9d1f6c0a5b3e7742");
        problem.setRequired(List.of("type", "title", "status", "detail", "code"));
        problem.setAdditionalProperties(false);
        return problem;
    }

    private static void add(Schema<?> problem, String name, String type, String description, Object example) {
        Schema<?> property = DocumentConfiguration.ofType(type);
        property.setDescription(description);
        property.setExample(example);
        problem.addProperty(name, property);
    }
}
