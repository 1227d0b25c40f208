package sekisho.server.production;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sekisho.server.database.DatabaseSettings;

/**
 * What is to run in production.
 *
 * @param home with all state but secrets
 * @param keys with the secrets
 * @param demo whether the demonstration was asked for
 * @param publicUrl how clients reach the server; null: not said
 * @param database that is used
 * @param settings of features, by their property names; their values may be secret
 */
public record ProductionFacts(
        Path home,
        Path keys,
        boolean demo,
        @Nullable URI publicUrl,
        DatabaseSettings database,
        Map<String, String> settings) {

    public ProductionFacts {
        settings = Map.copyOf(settings);
    }

    /** Without the values of the settings. */
    @Override
    public String toString() {
        return "ProductionFacts[home=" + home + ", settings=" + settings.keySet() + "]";
    }
}
