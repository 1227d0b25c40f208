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
     * @param demo how to get into the demo world; null: there is none
     */
    public static String text(RunSettings settings, URI url, @Nullable DemoEntry demo) {
        Path keys = settings.keys();
        var text = new StringBuilder();
        text.append("Sekisho is ready.\n");
        if (demo != null) {
            text.append("To try, in a browser on this machine (each link lets you in once):\n");
            line(text, "wallet", demo.wallet() + " (Hanako: send, pay, top up)");
            line(text, "shop", demo.shop() + " (Suzunari Bakery: its till)");
            line(text, "console", demo.console() + " (Aki Kitagawa: stop a bank)");
            line(text, "everybody", url + "/demo (all people, new links)");
            line(text, "sign up", url + "/sign-up (a wallet of your own)");
            line(text, "post box", url + "/post-box (mails that were sent)");
            line(
                    text,
                    "the banks",
                    demo.banks() + " (35 fictional banks; who may direct them: " + keys.resolve("banks.env") + ")");
            text.append("For programs:\n");
        }
        line(text, "API", url + "/v1");
        line(text, "its document", url + "/v3/api-docs");
        line(text, "health", url + "/actuator/health/readiness");
        line(text, "secret", keys.resolve("operator.env") + " (client id and secret of the operator)");
        line(text, "try", "the walk in README.md, line by line");
        line(text, "stop", "Ctrl-C");
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append("  %-16s %s%n".formatted(label, value));
    }
}
