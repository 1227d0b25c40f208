package sekisho.browsertests.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.check.PageCheck;

/**
 * What journeys look at on pages that the sweep can't open, because they answer a form. Pages that are built alike are looked at
 * once in a look: the checks take longer than the steps. One thread.
 */
public final class Sound {
    /** What a page is made of: kinds of elements, each below its parent, without how many there are. */
    private static final String BUILD = """
            () => {
              const name = (element) => element.tagName + "." + element.className.toString();
              const kinds = [...document.querySelectorAll("body *")].map((e) => name(e.parentElement) + ">" + name(e));
              return [...new Set(kinds)].sort().join();
            }""";

    private static final Set<String> SEEN = new HashSet<>();

    private Sound() {}

    /** Fails unless every check of pages is content. */
    public static void page(Window window) {
        if (SEEN.add(window.look() + " " + window.page().evaluate(BUILD))) {
            assertThat(PageCheck.of(window)).as(window.page().url()).isEmpty();
        }
    }
}
