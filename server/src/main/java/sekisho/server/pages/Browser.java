package sekisho.server.pages;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser says of itself, in two words; it may say anything, and nothing depends on it. */
public final class Browser {
    private static final Map<String, String> PROGRAMS =
            ordered("Edg/", "Edge", "Firefox/", "Firefox", "Chrome/", "Chrome", "Safari/", "Safari");
    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone", "iPhone", "iPad", "iPad", "Android", "Android", "Windows", "Windows", "Mac OS", "Mac", "Linux",
            "Linux");

    private Browser() {}

    public static String words(Visit visit, String agent) {
        String program = first(PROGRAMS, agent);
        String system = first(SYSTEMS, agent);
        return program.isEmpty() || system.isEmpty()
                ? visit.say("devices.unknown")
                : visit.say("devices.browser", program, system);
    }

    private static String first(Map<String, String> marks, String agent) {
        return marks.entrySet().stream()
                .filter(mark -> agent.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
