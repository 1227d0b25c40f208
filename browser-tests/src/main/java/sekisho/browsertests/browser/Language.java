package sekisho.browsertests.browser;

/** A language that a browser prefers, and that all pages have. */
public enum Language {
    JA("ja-JP"),
    EN("en-GB");

    private final String locale;

    Language(String locale) {
        this.locale = locale;
    }

    /** Language and country, as browsers say them. */
    public String locale() {
        return locale;
    }

    /** As in HTML's {@code lang}; in names of files too. */
    public String tag() {
        return locale.substring(0, 2);
    }
}
