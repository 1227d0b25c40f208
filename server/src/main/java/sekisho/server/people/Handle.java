package sekisho.server.people;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What others send money to: {@code @aoi-kita}. Small Latin letters, digits and hyphens, 3 to 20, a letter first. Nobody gets
 * the handle of somebody who left.
 */
public record Handle(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{2,19}");
    private static final Set<String> RESERVED = Set.of(
            "admin", "bank", "help", "operator", "official", "root", "sekisho", "staff", "support", "system", "info");

    public Handle {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a handle is 3 to 20 of a-z, 0-9, -");
        }
    }

    /** Reads one as people type it: with or without @, large or small. */
    public static Optional<Handle> parse(String text) {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        bare = bare.startsWith("@") ? bare.substring(1) : bare;
        return FORM.matcher(bare).matches() ? Optional.of(new Handle(bare)) : Optional.empty();
    }

    /** Whether it could be taken for ours. */
    public boolean reserved() {
        return RESERVED.contains(text) || text.startsWith("sekisho");
    }

    /** With its @. */
    public String shown() {
        return "@" + text;
    }
}
