package sekisho.server.web;

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
    Catalogue all() {
        return new Catalogue(List.copyOf(byCode.values()));
    }

    @GetMapping("/problems/{code}")
    ProblemDescription one(@PathVariable String code) {
        ProblemDescription description = byCode.get(code);
        if (description == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND.problem());
        }
        return description;
    }
}
