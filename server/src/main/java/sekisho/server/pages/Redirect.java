package sekisho.server.pages;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Sends a browser elsewhere after a change, so that reloading repeats nothing (303). */
public final class Redirect {
    private Redirect() {}

    /** To a page of ours. */
    public static ModelAndView to(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("a redirect leads to a page of ours");
        }
        var view = new RedirectView(path, false, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
