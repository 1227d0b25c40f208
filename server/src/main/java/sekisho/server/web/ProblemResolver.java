package sekisho.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import sekisho.server.json.BadValue;
import sekisho.server.json.JsonFaults;
import sekisho.server.problem.Problem;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;
import sekisho.server.problem.ProblemWriter;
import tools.jackson.core.JacksonException;

/** Turns everything that is thrown while a request is handled into a problem. */
final class ProblemResolver implements HandlerExceptionResolver {
    private static final int RETRY_SECONDS = 5;

    private final ProblemWriter problems;

    ProblemResolver(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception cause) {
        if (cause instanceof ClientAbortException) {
            return new ModelAndView();
        }
        try {
            addHeaders(response, cause);
            problems.write(request, response, problem(cause));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private static Problem problem(Exception cause) {
        return switch (cause) {
            case ProblemException known -> known.problem();
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case JacksonException unreadable -> unreadable(unreadable);
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case MissingServletRequestParameterException missing ->
                ProblemCode.MISSING_PARAMETER
                        .because("The parameter " + missing.getParameterName() + " is missing.")
                        .at(missing.getParameterName());
            case MissingPathVariableException missing -> malformed(missing.getVariableName());
            case NoHandlerFoundException _, NoResourceFoundException _ -> ProblemCode.NOT_FOUND.problem();
            case HttpRequestMethodNotSupportedException _ -> ProblemCode.METHOD_NOT_ALLOWED.problem();
            case HttpMediaTypeNotSupportedException _ ->
                ProblemCode.UNSUPPORTED_MEDIA_TYPE.problem().at("Content-Type");
            case HttpMediaTypeNotAcceptableException _ ->
                ProblemCode.NOT_ACCEPTABLE.problem().at("Accept");
            case ServletRequestBindingException _ -> ProblemCode.MALFORMED_REQUEST.problem();
            case CannotGetJdbcConnectionException _, DataAccessResourceFailureException _ ->
                ProblemCode.DATABASE_UNAVAILABLE.problem().retryAfter(RETRY_SECONDS);
            // Controllers read and write nothing but requests and responses.
            case IOException _ -> brokenOff();
            default -> Incidents.report(cause);
        };
    }

    private static Problem unreadable(Exception unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException fault) {
                Problem problem = JsonFaults.problem(fault);
                if (problem != null) {
                    return problem;
                }
            }
            if (cause instanceof ProblemException known) {
                return known.problem();
            }
        }
        // Spring says so without a cause when there is no body, or when it broke off.
        return unreadable.getCause() == null ? ProblemCode.BODY_MISSING.problem() : brokenOff();
    }

    /** The problem of a body that ended before its end. */
    static Problem brokenOff() {
        return ProblemCode.MALFORMED_REQUEST.because("The body could not be read to its end.");
    }

    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        String name = mismatch.getName();
        for (Throwable cause = mismatch.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BadValue bad) {
                return bad.at(name);
            }
        }
        return malformed(name);
    }

    private static Problem malformed(String name) {
        return ProblemCode.MALFORMED_VALUE
                .because(name + " does not have its form.")
                .at(name);
    }

    private static void addHeaders(HttpServletResponse response, Exception cause) {
        if (cause instanceof ProblemException known) {
            known.headers().forEach(response::setHeader);
        } else if (cause instanceof HttpRequestMethodNotSupportedException method
                && method.getSupportedMethods() != null) {
            response.setHeader("Allow", String.join(", ", method.getSupportedMethods()));
        } else if (cause instanceof HttpMediaTypeNotSupportedException type) {
            String accepted = String.join(
                    ", ",
                    type.getSupportedMediaTypes().stream()
                            .filter(one -> !one.isWildcardType() && !one.isWildcardSubtype())
                            .map(Object::toString)
                            .distinct()
                            .toList());
            response.setHeader("Accept", accepted.isEmpty() ? "application/json" : accepted);
        }
    }
}
