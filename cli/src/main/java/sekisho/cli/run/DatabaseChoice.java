package sekisho.cli.run;

import java.nio.file.Path;
import java.util.Map;
import sekisho.server.database.DatabaseSettings;

/**
 * Which database: the embedded one of the home, or an ordinary server that the environment names with {@code
 * SEKISHO_DATABASE_URL}, {@code SEKISHO_DATABASE_USER} and {@code SEKISHO_DATABASE_PASSWORD}. Not an option: other users of
 * a machine can read command lines.
 */
public final class DatabaseChoice {
    private static final String PREFIX = "SEKISHO_DATABASE_";

    private DatabaseChoice() {}

    /**
     * Chooses.
     *
     * @param keys where the embedded one's password lies
     * @throws CannotRun if the environment says only a part of it
     */
    public static DatabaseSettings of(Path home, Path keys, Map<String, String> environment) throws CannotRun {
        String url = environment.get(PREFIX + "URL");
        if (url == null) {
            return DatabaseSettings.Embedded.in(home, keys);
        }
        String user = environment.get(PREFIX + "USER");
        String password = environment.get(PREFIX + "PASSWORD");
        if (user == null || password == null) {
            throw CannotRun.because(
                    PREFIX + "URL is set: " + PREFIX + "USER and " + PREFIX + "PASSWORD must be set too.");
        }
        try {
            return new DatabaseSettings.Ordinary(url, user, password);
        } catch (IllegalArgumentException e) {
            throw new CannotRun(PREFIX + "URL: " + e.getMessage() + ".", e);
        }
    }
}
