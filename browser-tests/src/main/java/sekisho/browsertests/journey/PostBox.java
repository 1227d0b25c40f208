package sekisho.browsertests.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sekisho.browsertests.browser.Window;

/** The demonstration's page of mails and text messages that were sent. */
public final class PostBox {
    private static final String PATH = "/post-box";
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private PostBox() {}

    /** The six digits in the newest letter to an address or a number; reads in a tab of its own. */
    public static String code(Window window, String to) {
        Matcher matcher = CODE.matcher(newest(window, to));
        if (!matcher.find()) {
            throw new IllegalStateException("the newest letter to " + to + " has no code");
        }
        return matcher.group();
    }

    /** The newest letter to an address or a number. */
    public static String newest(Window window, String to) {
        Page tab = window.newTab();
        try {
            tab.navigate(PATH);
            return tab.locator("article")
                    .filter(new Locator.FilterOptions().setHasText(to))
                    .first()
                    .innerText();
        } finally {
            tab.close();
        }
    }
}
