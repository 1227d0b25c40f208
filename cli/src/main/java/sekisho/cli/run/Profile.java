package sekisho.cli.run;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * For what it runs, and what its operator has set.
 *
 * @param production whether for people and their money; otherwise for looking at it on this machine
 * @param publicUrl how clients reach the server; null: not said
 * @param managementPort where health and metrics are in production, on this machine only; 0: any that is free
 * @param settings of features, by their property names; their values may be secret
 */
public record Profile(boolean production, @Nullable URI publicUrl, int managementPort, Map<String, String> settings) {
    private static final String FILE = "settings.properties";
    private static final String OURS = "sekisho.";
    private static final String VARIABLE = "SEKISHO_PROFILE";

    public Profile {
        settings = Map.copyOf(settings);
    }

    /** The property that features ask whether they are in production: true or false. */
    public static final String PRODUCTION = "sekisho.production";

    /**
     * Whether it runs for production: by the option, or by {@code SEKISHO_PROFILE=production}, which nobody forgets to type.
     *
     * @throws CannotRun if the variable says something else
     */
    public static boolean isProduction(boolean option, Map<String, String> environment) throws CannotRun {
        String said = environment.getOrDefault(VARIABLE, "");
        return switch (said) {
            case "production" -> true;
            case "", "demonstration" -> option;
            default -> throw CannotRun.because(VARIABLE + " is production or demonstration.");
        };
    }

    /**
     * What the operator has set, in {@code settings.properties} among the keys; nothing, where there is no such file.
     *
     * @throws CannotRun if the folder is not safe, the file cannot be read, or it sets what is not ours
     */
    public static Map<String, String> settings(Path keys, Path home) throws CannotRun {
        // Before a secret is read: the folder is safe.
        HomeFolder.prepareKeys(keys, home);
        Path file = keys.resolve(FILE);
        if (!Files.exists(file)) {
            return Map.of();
        }
        var lines = new Properties();
        try {
            lines.load(new StringReader(Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotRun("the settings in " + file + " cannot be read: " + e.getMessage(), e);
        }
        var settings = new TreeMap<String, String>();
        for (String name : lines.stringPropertyNames()) {
            if (!name.startsWith(OURS)) {
                throw CannotRun.because(
                        file + " sets " + name + ": only names that begin with " + OURS + " are settings.");
            }
            settings.put(name, lines.getProperty(name));
        }
        return settings;
    }

    /** Without the values of the settings. */
    @Override
    public String toString() {
        return "Profile[production=" + production + ", publicUrl=" + publicUrl + ", settings=" + settings.keySet()
                + "]";
    }
}
