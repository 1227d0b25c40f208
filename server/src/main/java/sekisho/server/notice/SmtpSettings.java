package sekisho.server.notice;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import sekisho.bank.outgoing.Reach;

/**
 * Where mails are handed over: {@code sekisho.mail.host}, {@code .port}, {@code .from}, {@code .user}, {@code .password} and
 * {@code .private-line}.
 *
 * @param port 465: encrypted from the first byte; another: by STARTTLS, which a host other than this machine must offer
 * @param from address of the sender
 * @param user null: none is asked for
 * @param password secret
 */
record SmtpSettings(
        String host,
        int port,
        String from,
        @Nullable String user,
        @Nullable String password,
        Reach reach) {
    private static final int SUBMISSION = 587;

    SmtpSettings {
        if (from.indexOf('@') < 1) {
            throw new IllegalArgumentException("sekisho.mail.from is missing: the address that mails come from");
        }
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException("sekisho.mail.user and sekisho.mail.password go together");
        }
    }

    /** Those of an environment; empty: no host is named. */
    static Optional<SmtpSettings> of(Environment environment) {
        return Optional.ofNullable(environment.getProperty("sekisho.mail.host"))
                .map(host -> new SmtpSettings(
                        host,
                        environment.getProperty("sekisho.mail.port", Integer.class, SUBMISSION),
                        environment.getProperty("sekisho.mail.from", ""),
                        environment.getProperty("sekisho.mail.user"),
                        environment.getProperty("sekisho.mail.password"),
                        reach(environment, "sekisho.mail.private-line")));
    }

    static Reach reach(Environment environment, String privateLine) {
        return environment.getProperty(privateLine, Boolean.class, false) ? Reach.PRIVATE_LINE : Reach.INTERNET;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SmtpSettings[host=" + host + ", port=" + port + "]";
    }
}
