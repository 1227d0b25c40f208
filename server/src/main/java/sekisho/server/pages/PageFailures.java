package sekisho.server.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import sekisho.server.problem.ProblemException;
import sekisho.server.web.Incidents;
import sekisho.server.web.PageErrors;

/** Shows what went wrong with a page, as a page. */
public final class PageFailures implements HandlerExceptionResolver, PageErrors {
    private final VisitArgument visits;

    PageFailures(VisitArgument visits) {
        this.visits = visits;
    }

    /**
     * What an error page shows.
     *
     * @param key of its texts: {@code error.<key>.title} and {@code error.<key>.text}
     * @param incident number in the log; null: nothing unexpected
     */
    public record Failure(String key, @Nullable String incident) {}

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception cause) {
        if (!PagePaths.isPage(request.getRequestURI())) {
            return null;
        }
        return switch (cause) {
            case ClientAbortException _, AsyncRequestNotUsableException _, AsyncRequestTimeoutException _ ->
                new ModelAndView();
            case NotReady notReady -> Redirect.to(notReady.path());
            case NotThere _, NoHandlerFoundException _, NoResourceFoundException _, TypeMismatchException _ ->
                page(request, HttpStatus.NOT_FOUND, "not-found", null);
            case HttpRequestMethodNotSupportedException _ ->
                page(request, HttpStatus.METHOD_NOT_ALLOWED, "method", null);
            case HttpMediaTypeNotAcceptableException _ -> page(request, HttpStatus.NOT_ACCEPTABLE, "bad", null);
            case HttpMediaTypeNotSupportedException _ -> page(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "bad", null);
            case MissingServletRequestParameterException _ -> page(request, HttpStatus.BAD_REQUEST, "bad", null);
            case ProblemException problem ->
                of(request, HttpStatus.valueOf(problem.problem().status()));
            default -> {
                String incident = Incidents.report(cause).incident();
                yield page(request, HttpStatus.INTERNAL_SERVER_ERROR, "incident", incident);
            }
        };
    }

    @Override
    public boolean show(HttpServletRequest request, HttpServletResponse response, String path, HttpStatus status)
            throws IOException {
        if (!PagePaths.isPage(path)) {
            return false;
        }
        if (of(request, status).getView() instanceof Page page) {
            page.render(null, request, response);
        }
        return true;
    }

    private ModelAndView of(HttpServletRequest request, HttpStatus status) {
        String key = switch (status) {
            case NOT_FOUND -> "not-found";
            case FORBIDDEN -> "forbidden";
            case METHOD_NOT_ALLOWED -> "method";
            case TOO_MANY_REQUESTS -> "too-many";
            case SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT -> "busy";
            default -> status.is4xxClientError() ? "bad" : "incident";
        };
        return page(request, status, key, null);
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status, String key, @Nullable String incident) {
        return Page.of("error", visits.of(request), new Failure(key, incident), status);
    }
}
