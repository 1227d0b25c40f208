package sekisho.server.pages;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language that pages are shown in. */
public enum Language {
    JA("ja", Locale.JAPANESE),
    EN("en", Locale.ENGLISH);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** As in HTML's {@code lang}. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    public Language other() {
        return this == JA ? EN : JA;
    }

    /** The language with a tag; Japanese for any that is not known. */
    public static Language of(@Nullable String tag) {
        return EN.tag.equals(tag) ? EN : JA;
    }
}
