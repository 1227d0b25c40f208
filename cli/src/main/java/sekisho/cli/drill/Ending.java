package sekisho.cli.drill;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an import's JSON says of its end. */
record Ending(String stream, String fingerprint, double readySeconds) {
    private static final String READY = "\"name\":\"import.ready\",\"value\":([0-9.E-]+)";

    static Ending of(String json) {
        return new Ending(
                find("\"stream\":\"([^\"]+)\"", json),
                find("\"fingerprint\":\"([0-9a-f]+)\"", json),
                Double.parseDouble(find(READY, json)));
    }

    private static String find(String pattern, String json) {
        Matcher matcher = Pattern.compile(pattern).matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("an import's JSON lacks " + pattern + ": " + json);
        }
        return matcher.group(1);
    }
}
