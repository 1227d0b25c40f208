package sekisho.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;

/**
 * Refuses a request whose answer would not be accepted, before it is executed: found out only when the answer is written,
 * the client would take what was done for something that failed.
 */
final class Acceptable implements HandlerInterceptor {
    private static final List<MediaType> WRITTEN =
            List.of(MediaType.APPLICATION_JSON, MediaType.parseMediaType("application/x-ndjson"));

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (!headers.isEmpty() && !isAcceptable(headers)) {
            throw new ProblemException(ProblemCode.NOT_ACCEPTABLE.problem().at(HttpHeaders.ACCEPT));
        }
        return true;
    }

    private static boolean isAcceptable(List<String> headers) {
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(headers);
            return accepted.isEmpty()
                    || accepted.stream().anyMatch(type -> WRITTEN.stream().anyMatch(type::includes));
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }
}
