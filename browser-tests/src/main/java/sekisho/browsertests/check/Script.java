package sekisho.browsertests.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Scripts that are run in a page, from the class path. */
final class Script {
    private Script() {}

    static String read(String name) {
        try (var in = Script.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a map that a script returned. */
    static String text(Map<?, ?> from, String key) {
        return String.valueOf(from.get(key));
    }
}
