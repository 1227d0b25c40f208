package sekisho.server.notice;

import java.time.Instant;
import java.util.UUID;
import sekisho.server.vault.Token;

/**
 * A mail or a text message that was written.
 *
 * @param channel {@link #MAIL} or {@link #TEXT}
 * @param subject empty for a text message
 */
public record Letter(UUID id, String channel, Token recipient, String subject, String body, Instant madeAt) {
    public static final String MAIL = "mail";
    public static final String TEXT = "sms";

    /** Whether it goes to a telephone. */
    public boolean isText() {
        return channel.equals(TEXT);
    }
}
