package sekisho.server.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import sekisho.server.problem.Problem;
import sekisho.server.problem.ProblemWriter;

/** What Tomcat shows when a request is too broken to be handed on. */
final class ProblemValve extends ErrorReportValve {
    private final ProblemWriter problems;

    ProblemValve(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem problem = cause == null || response.getStatus() < 500
                ? ErrorPage.ofStatus(response.getStatus())
                : Incidents.report(cause);
        byte[] body = problems.json(problem);
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setContentLength(body.length);
            var out = response.getReporter();
            if (out != null) {
                out.write(new String(body, StandardCharsets.UTF_8));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            // Whoever sent this does not listen any more.
            getContainer().getLogger().debug("a problem could not be told", e);
        }
    }
}
