package sekisho.browsertests.check;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * axe-core, by the rules of WCAG 2.0 to 2.2, levels A and AA. Serious and critical findings count; moderate and minor ones are
 * advice, which axe itself takes from beyond the standard.
 */
public final class Accessibility {
    private static final String AXE = Script.read("/axe.min.js");
    private static final String RUN = Script.read("accessibility.js");
    private static final Set<String> COUNTS = Set.of("serious", "critical");

    private Accessibility() {}

    /** What is wrong. */
    public static List<Finding> of(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("typeof axe === 'object'"))) {
            // Not by a script element: the page's own policy forbids foreign scripts, and shall.
            page.evaluate(AXE);
        }
        return ((List<?>) whole(page))
                .stream()
                        .map(found -> (Map<?, ?>) found)
                        .filter(found -> COUNTS.contains(Script.text(found, "impact")))
                        .map(found -> new Finding(
                                "axe " + Script.text(found, "rule"),
                                Script.text(found, "text"),
                                Script.text(found, "where")))
                        .toList();
    }

    /** At the page's full height: what scrolls below a bar at the bottom is not hidden by it for good. */
    private static Object whole(Page page) {
        ViewportSize before = page.viewportSize();
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(before.width, Math.max(before.height, height));
        try {
            return page.evaluate(RUN);
        } finally {
            page.setViewportSize(before.width, before.height);
        }
    }
}
