package sekisho.browsertests.check;

import java.util.ArrayList;
import java.util.List;
import sekisho.browsertests.browser.Screen;
import sekisho.browsertests.browser.Window;

/** Every check of a page at once. */
public final class PageCheck {
    private PageCheck() {}

    /** What is wrong with the page in a window's first tab. On a phone it also has to fit a narrow screen. */
    public static List<Finding> of(Window window) {
        var page = window.page();
        var findings = new ArrayList<Finding>();
        findings.addAll(Accessibility.of(page));
        findings.addAll(Wording.of(page, window.look().language()));
        findings.addAll(Reflow.of(page));
        if (window.look().screen() == Screen.PHONE) {
            findings.addAll(Reflow.narrow(page));
        }
        return findings;
    }
}
