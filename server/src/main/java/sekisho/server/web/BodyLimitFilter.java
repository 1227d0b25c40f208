package sekisho.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import sekisho.server.problem.Problem;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;
import sekisho.server.problem.ProblemWriter;

/**
 * Refuses bodies that are too large: by the length they announce, or, where they announce none, as soon as more has been
 * read. The bulk end point bounds its lines instead.
 */
final class BodyLimitFilter extends OncePerRequestFilter {
    static final int MOST_BYTES = 64 * 1024;

    private static final String UNBOUNDED = "/v1/bulk";

    private final ProblemWriter problems;

    BodyLimitFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (request.getRequestURI().equals(UNBOUNDED)) {
            chain.doFilter(request, response);
        } else if (length > MOST_BYTES) {
            problems.write(request, response, tooLarge());
        } else if (length < 0 && request.getHeader("Transfer-Encoding") != null) {
            chain.doFilter(new Bounded(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Problem tooLarge() {
        return ProblemCode.BODY_TOO_LARGE
                .because("A body has at most " + MOST_BYTES + " bytes.")
                .withBound(MOST_BYTES);
    }

    /** A request whose body ends with a problem where it becomes too large. */
    private static final class Bounded extends HttpServletRequestWrapper {
        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream());
        }
    }

    /** Counts what is read. */
    private static final class BoundedStream extends ServletInputStream {
        private final ServletInputStream in;
        private long count;

        BoundedStream(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            return one < 0 ? one : counted(one, 1);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            return read < 0 ? read : counted(read, read);
        }

        private int counted(int result, int read) {
            count += read;
            if (count > MOST_BYTES) {
                throw new ProblemException(tooLarge());
            }
            return result;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
