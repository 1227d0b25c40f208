package sekisho.fuzz;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds answers to the API's document. Immutable; any thread. */
public final class Judge {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ApiDocument document;
    private final Shapes shapes;

    /** A judge who knows the document. */
    public Judge(ApiDocument document) {
        this.document = document;
        this.shapes = new Shapes(document);
    }

    /** What is wrong with an answer of an end point; empty: nothing. */
    public List<String> faults(Operation operation, Response response) {
        var faults = new ArrayList<String>();
        Operation.Answer answer = operation.answers().get(response.status());
        if (response.status() == 500) {
            faults.add("500 is never right");
        }
        if (answer == null) {
            faults.add("status " + response.status() + " is not documented");
        } else if (!response.mediaType().equals(answer.mediaType())) {
            faults.add("the media type is '" + response.mediaType() + "', not " + answer.mediaType());
        } else if (response.status() >= 400) {
            problem(answer, response, faults);
        } else if (answer.mediaType().endsWith("ndjson")) {
            lines(answer.schema(), response.body(), faults);
        } else {
            faults.addAll(shapes.faults(answer.schema(), response.json()));
        }
        return faults;
    }

    private void problem(Operation.Answer answer, Response response, List<String> faults) {
        JsonNode problem = response.json();
        faults.addAll(shapes.faults(answer.schema(), problem));
        String code = problem.path("code").asString("");
        if (!answer.codes().contains(code)) {
            faults.add("the code '" + code + "' is not documented with " + response.status());
        }
        if (problem.path("status").asInt(0) != response.status()) {
            faults.add("the problem's status is another");
        }
        words(problem, faults);
        // Before the engine decides nothing is in the log.
        if (response.executed() && response.status() != 422 && response.status() != 409 && response.status() != 404) {
            if (response.status() != 503) {
                faults.add("it was executed although the request is wrong");
            }
        }
    }

    /** What every problem has: a type that is its code, a title, a sentence, and what to do. */
    private static void words(JsonNode problem, List<String> faults) {
        String code = problem.path("code").asString("");
        if (!problem.path("type").asString("").equals("/problems/" + code)) {
            faults.add("the problem's type is not /problems/" + code);
        }
        if (problem.path("title").asString("").isEmpty()) {
            faults.add("the problem has no title");
        }
        String detail = problem.path("detail").asString("");
        if (!detail.endsWith(".") || detail.indexOf(". ") < 0) {
            faults.add("the detail does not say what is wrong and then what to do: " + detail);
        }
    }

    private void lines(JsonNode result, String body, List<String> faults) {
        var lines = body.lines().toList();
        if (lines.isEmpty() || !body.endsWith("\n")) {
            faults.add("the last line does not end");
            return;
        }
        try {
            for (String line : lines.subList(0, lines.size() - 1)) {
                JsonNode tree = MAPPER.readTree(line);
                faults.addAll(shapes.faults(result, tree));
                if (tree.has("problem")) {
                    words(tree.path("problem"), faults);
                }
            }
            faults.addAll(shapes.faults(document.component("BulkSummary"), MAPPER.readTree(lines.getLast())));
        } catch (JacksonException e) {
            faults.add("a line is no JSON: " + e.getMessage());
        }
    }
}
