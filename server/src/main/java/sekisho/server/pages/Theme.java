package sekisho.server.pages;

import org.jspecify.annotations.Nullable;

/** Light or dark: as the device says, or as somebody chose. */
public enum Theme {
    AUTO("auto"),
    LIGHT("light"),
    DARK("dark");

    private final String word;

    Theme(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The theme with a word; as the device says for any that is not known. */
    public static Theme of(@Nullable String word) {
        for (Theme theme : values()) {
            if (theme.word.equals(word)) {
                return theme;
            }
        }
        return AUTO;
    }
}
