package sekisho.banksimulator.customers;

import java.time.Instant;
import sekisho.banksimulator.profile.Named;

/**
 * Something that a customer received.
 *
 * @param channel sms, mail, app, or letter
 * @param link the bank's page to which it leads; empty: none
 */
public record Message(Instant at, Named text, String channel, String link) {

    /** A text message. */
    static Message sms(Instant at, Named text) {
        return new Message(at, text, "sms", "");
    }
}
