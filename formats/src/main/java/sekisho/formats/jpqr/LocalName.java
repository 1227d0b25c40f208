package sekisho.formats.jpqr;

import java.util.Optional;

/**
 * A shop's name in the language of its customers (object 64).
 *
 * @param language two letters, upper case as JPQR writes them: JA
 * @param name 1 to 25 characters
 * @param city 1 to 15 characters
 */
public record LocalName(String language, String name, Optional<String> city) {
    private static final int LONGEST_NAME = 25;
    private static final int LONGEST_CITY = 15;

    public LocalName {
        if (!fits(language, name, city)) {
            throw new IllegalArgumentException("a language has two letters, a name 1 to 25 characters, a city 1 to 15");
        }
    }

    static boolean fits(String language, String name, Optional<String> city) {
        return language.matches("[A-Za-z]{2}")
                && Text.fits(name, LONGEST_NAME)
                && city.map(text -> Text.fits(text, LONGEST_CITY)).orElse(true);
    }
}
