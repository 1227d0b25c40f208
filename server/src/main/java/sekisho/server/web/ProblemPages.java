package sekisho.server.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemDescription;
import sekisho.server.problem.ProblemException;

/** Describes every code of a problem. */
@RestController
@Tag(name = "Problems", description = "What can go wrong.")
final class ProblemPages {
    private final Map<String, ProblemDescription> byCode = new LinkedHashMap<>();

    ProblemPages() {
        ProblemDescription.all().forEach(description -> byCode.put(description.code(), description));
    }

    /**
     * The whole catalogue.
     *
     * @param problems every code there is
     */
    record Catalogue(List<ProblemDescription> problems) {}

    @GetMapping("/problems")
    @Operation(summary = "Read every code of a problem")
    Catalogue all() {
        return new Catalogue(List.copyOf(byCode.values()));
    }

    @GetMapping("/problems/{code}")
    @Operation(summary = "Read what a code means")
    ProblemDescription one(
            @Parameter(schema = @Schema(type = "string", pattern = "^[a-z0-9-]+$")) @PathVariable String code) {
        ProblemDescription description = byCode.get(code);
        if (description == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND.problem());
        }
        return description;
    }
}
