package sekisho.server.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as responses. Any thread. */
public final class ProblemWriter {
    /** The request attribute that holds the code of the problem that was answered, for metrics. */
    public static final String CODE = "sekisho.problem";

    private final ObjectWriter writer;

    public ProblemWriter(JsonMapper mapper) {
        this.writer = mapper.writerFor(Problem.class);
    }

    /** Answers a request with a problem. Does nothing if the response has begun. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = json(problem);
        request.setAttribute(CODE, problem.code());
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        if (problem.retryAfterSeconds() != null) {
            response.setIntHeader("Retry-After", problem.retryAfterSeconds());
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The problem as JSON in UTF-8. */
    public byte[] json(Problem problem) {
        return writer.writeValueAsBytes(problem);
    }
}
