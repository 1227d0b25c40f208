package sekisho.browsertests.browser;

import com.microsoft.playwright.options.ColorScheme;

/** What a device prefers. */
public enum Theme {
    LIGHT(ColorScheme.LIGHT, "light"),
    DARK(ColorScheme.DARK, "dark");

    private final ColorScheme scheme;
    private final String word;

    Theme(ColorScheme scheme, String word) {
        this.scheme = scheme;
        this.word = word;
    }

    ColorScheme scheme() {
        return scheme;
    }

    /** In names of files. */
    public String word() {
        return word;
    }
}
