package sekisho.browsertests.check;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * Text that is cut off, or that leaves the page to the side. Narrow: at 320 CSS pixels, as WCAG 2.2 asks for in 1.4.10. What
 * can be scrolled sideways by itself, such as a table, may be wider.
 */
public final class Reflow {
    private static final int NARROW = 320;
    private static final String LOOK = Script.read("reflow.js");

    private Reflow() {}

    /** What is wrong at the page's own width. */
    public static List<Finding> of(Page page) {
        int width = page.viewportSize().width;
        return ((List<?>) page.evaluate(LOOK, width))
                .stream()
                        .map(found -> (Map<?, ?>) found)
                        .map(found -> new Finding(
                                "reflow at " + width, Script.text(found, "text"), Script.text(found, "where")))
                        .toList();
    }

    /** What is wrong on a narrow screen; the page gets its width back. */
    public static List<Finding> narrow(Page page) {
        var before = page.viewportSize();
        page.setViewportSize(NARROW, before.height);
        try {
            return of(page);
        } finally {
            page.setViewportSize(before.width, before.height);
        }
    }
}
