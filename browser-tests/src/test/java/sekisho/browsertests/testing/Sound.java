package sekisho.browsertests.testing;

import static org.assertj.core.api.Assertions.assertThat;

import sekisho.browsertests.browser.Window;
import sekisho.browsertests.check.PageCheck;

/** What journeys look at on pages that the sweep can't open, because they answer a form. */
public final class Sound {
    private Sound() {}

    /** Fails unless every check of pages is content. */
    public static void page(Window window) {
        assertThat(PageCheck.of(window)).as(window.page().url()).isEmpty();
    }
}
