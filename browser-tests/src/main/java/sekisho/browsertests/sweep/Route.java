package sekisho.browsertests.sweep;

import java.util.regex.Pattern;
import sekisho.browsertests.system.Site;

/**
 * What a controller answers.
 *
 * @param method as HTTP says it
 * @param pattern path with names in braces
 * @param forPrograms whether the controller writes bodies, not pages
 * @param handler class and method, for whoever reads a failure
 */
public record Route(Site site, String method, String pattern, boolean forPrograms, String handler) {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
    private static final String NOBODYS = "0";

    /** Whether it shows something and changes nothing. */
    public boolean reads() {
        return method.equals("GET");
    }

    /** An address that it answers, with names that belong to nothing. */
    public String nobodys() {
        return nobodys(pattern);
    }

    static String nobodys(String pattern) {
        return VARIABLE.matcher(pattern).replaceAll(NOBODYS);
    }

    /** Whether a path is one of a pattern's. */
    static boolean matches(String pattern, String path) {
        String literal = VARIABLE.splitAsStream(pattern)
                .map(Pattern::quote)
                .reduce((a, b) -> a + "[^/]+" + b)
                .orElse("");
        String whole = pattern.endsWith("}") ? literal + "[^/]+" : literal;
        return path.matches(whole);
    }

    @Override
    public String toString() {
        return method + " " + site.word() + " " + pattern;
    }
}
