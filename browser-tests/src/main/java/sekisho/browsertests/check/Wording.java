package sekisho.browsertests.check;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import sekisho.browsertests.browser.Language;

/**
 * Texts that are missing: a key in place of its text, a place for a value that was not filled in, or a sentence in the other
 * language. What is marked with its own {@code lang}, or with {@code translate="no"}, may be in any.
 */
public final class Wording {
    private static final String LOOK = Script.read("wording.js");

    private Wording() {}

    /** What is wrong with a page that should be in a language. */
    public static List<Finding> of(Page page, Language language) {
        return ((List<?>) page.evaluate(LOOK, language.tag()))
                .stream()
                        .map(found -> (Map<?, ?>) found)
                        .map(found -> new Finding("wording", Script.text(found, "text"), Script.text(found, "where")))
                        .toList();
    }
}
