package sekisho.browsertests.browser;

import java.util.List;
import java.util.stream.Stream;

/** How somebody looks at pages. */
public record Look(Screen screen, Language language, Theme theme) {

    public static Look phone(Language language) {
        return new Look(Screen.PHONE, language, Theme.LIGHT);
    }

    public static Look desktop(Language language) {
        return new Look(Screen.DESKTOP, language, Theme.LIGHT);
    }

    /**
     * How every journey is walked: a Japanese phone and an English desktop, so that both languages and both screens are seen. With
     * {@code -Dsekisho.looks=all}, which takes twice as long, both screens in both languages.
     */
    public static List<Look> journeys() {
        return "all".equals(System.getProperty("sekisho.looks"))
                ? screensAndLanguages()
                : List.of(phone(Language.JA), desktop(Language.EN));
    }

    /** For what does not depend on words and widths: the first of them, or all. */
    public static List<Look> oneJourney() {
        return journeys().size() == 2 ? journeys().subList(0, 1) : journeys();
    }

    private static List<Look> screensAndLanguages() {
        return Stream.of(Screen.values())
                .flatMap(
                        screen -> Stream.of(Language.values()).map(language -> new Look(screen, language, Theme.LIGHT)))
                .toList();
    }

    /** All that there are. */
    public static List<Look> all() {
        return screensAndLanguages().stream()
                .flatMap(look -> Stream.of(Theme.values()).map(theme -> new Look(look.screen, look.language, theme)))
                .toList();
    }

    /** {@code phone-ja-light}: sorts by screen, then language, then theme. */
    @Override
    public String toString() {
        return screen.word() + "-" + language.tag() + "-" + theme.word();
    }
}
