package sekisho.server.notice;

import java.net.URI;
import java.util.Optional;
import org.springframework.core.env.Environment;
import sekisho.bank.outgoing.Reach;

/**
 * Where text messages are handed over: {@code sekisho.sms.address}, {@code .token}, {@code .sender} and {@code .private-line}.
 *
 * @param address that messages are posted to
 * @param token secret, in the header {@code Authorization: Bearer}
 * @param sender what the telephone shows; empty: as the gateway does it
 */
record TextSettings(URI address, String token, String sender, Reach reach) {

    TextSettings {
        if (token.isBlank()) {
            throw new IllegalArgumentException("sekisho.sms.token is missing: the gateway gives it");
        }
    }

    /** Those of an environment; empty: no address is named. */
    static Optional<TextSettings> of(Environment environment) {
        return Optional.ofNullable(environment.getProperty("sekisho.sms.address"))
                .map(address -> new TextSettings(
                        URI.create(address),
                        environment.getProperty("sekisho.sms.token", ""),
                        environment.getProperty("sekisho.sms.sender", ""),
                        SmtpSettings.reach(environment, "sekisho.sms.private-line")));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "TextSettings[address=" + address + "]";
    }
}
