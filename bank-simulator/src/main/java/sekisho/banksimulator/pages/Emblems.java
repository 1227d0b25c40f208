package sekisho.banksimulator.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The banks' signs: SVG paths on a ground of 40 by 40. */
final class Emblems {
    private static final Properties PATHS = load();

    private Emblems() {}

    static String path(String name) {
        String path = PATHS.getProperty(name);
        if (path == null) {
            throw new IllegalArgumentException("there is no drawing of " + name);
        }
        return path;
    }

    private static Properties load() {
        var paths = new Properties();
        try (var stream = Emblems.class.getResourceAsStream("emblems.properties")) {
            if (stream == null) {
                throw new IllegalStateException("emblems.properties is not beside its class");
            }
            paths.load(stream);
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
