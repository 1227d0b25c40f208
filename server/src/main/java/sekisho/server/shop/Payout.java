package sekisho.server.shop;

import java.time.Instant;
import java.util.UUID;

/** Money on its way, or gone, from a shop's e-money to its bank account. Yen. */
public record Payout(UUID id, long amount, Instant askedAt, State state) {

    /** Where it stands. */
    public enum State {
        /** Held: it can't be used otherwise. */
        ASKED,
        /** Transferred, and out of the shop's e-money. */
        PAID,
        /** Not transferred, and free again. */
        RETURNED
    }
}
