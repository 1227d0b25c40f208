package sekisho.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Shows failures to people, where it was a page that they asked for. */
public interface PageErrors {

    /**
     * Writes a page about a failure.
     *
     * @param path that was asked for
     * @return false: this is no address of a page
     */
    boolean show(HttpServletRequest request, HttpServletResponse response, String path, HttpStatus status)
            throws IOException;
}
