package sekisho.cli.run;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What somebody has to know who has just started it. */
public final class Welcome {
    private Welcome() {}

    /**
     * The text.
     *
     * @param banks where the simulated banks answer; null: there are none
     */
    public static String text(RunSettings settings, URI url, @Nullable URI banks) {
        Path keys = settings.keys();
        var text = new StringBuilder();
        text.append("Sekisho is ready.\n");
        line(text, "API", url + "/v1");
        line(text, "its document", url + "/v3/api-docs");
        line(text, "health", url + "/actuator/health/readiness");
        line(text, "secret", keys.resolve("operator.env") + " (client id and secret of the operator)");
        if (banks != null) {
            line(
                    text,
                    "simulated banks",
                    banks + " (9991 to 9995; who may direct them: " + keys.resolve("banks.env") + ")");
        }
        line(text, "try", "the walk in README.md, line by line");
        line(text, "stop", "Ctrl-C");
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append("  %-16s %s%n".formatted(label, value));
    }
}
