package sekisho.cli.run;

import java.nio.file.Path;
import sekisho.server.database.DatabaseSettings;

/**
 * What to run.
 *
 * @param home with all state but secrets
 * @param keys with the secrets
 * @param port to listen on; 0: any that is free
 * @param profile demonstration or production, and what an operator has set
 * @param demo whether there are simulated banks with account holders
 */
public record RunSettings(Path home, Path keys, int port, boolean demo, DatabaseSettings database, Profile profile) {
    RunSettings withPort(int value) {
        return new RunSettings(home, keys, value, demo, database, profile);
    }

    /** The port of the simulated banks is the next one, if that is free. */
    int banksPort() {
        return port == 0 || port == 65_535 ? 0 : port + 1;
    }
}
