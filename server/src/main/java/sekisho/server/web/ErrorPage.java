package sekisho.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import sekisho.server.problem.Problem;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;
import sekisho.server.problem.ProblemWriter;

/** What Tomcat shows when a filter failed or sent an error. */
@Controller
final class ErrorPage {
    static final String PATH = "/error";

    private final ProblemWriter problems;
    private final PageErrors pages;

    ErrorPage(ProblemWriter problems, PageErrors pages) {
        this.problems = problems;
        this.pages = pages;
    }

    @RequestMapping(PATH)
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problem(request);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        HttpStatus status = Objects.requireNonNullElse(HttpStatus.resolve(problem.status()), HttpStatus.BAD_REQUEST);
        if (path == null || !pages.show(request, response, path.toString(), status)) {
            problems.write(request, response, problem);
        }
    }

    private static Problem problem(HttpServletRequest request) {
        Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (cause instanceof ProblemException known) {
            return known.problem();
        }
        if (cause instanceof IOException) {
            return ProblemResolver.brokenOff();
        }
        if (cause instanceof Throwable unexpected) {
            return Incidents.report(unexpected);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return ofStatus(status instanceof Integer number ? number : 404);
    }

    /** The problem that says as much as a status. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> ProblemCode.UNAUTHENTICATED.problem();
            case 403 -> ProblemCode.INSUFFICIENT_SCOPE.problem();
            case 404 -> ProblemCode.NOT_FOUND.problem();
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED.problem();
            case 406 -> ProblemCode.NOT_ACCEPTABLE.problem();
            case 413 -> ProblemCode.BODY_TOO_LARGE.problem();
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE.problem();
            case 503 -> ProblemCode.NOT_SENT.problem();
            case 500, 502, 504 -> Incidents.report(new IllegalStateException("status " + status + " without a cause"));
            default -> ProblemCode.MALFORMED_REQUEST.problem().withStatus(status);
        };
    }
}
