package sekisho.server.shop;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sekisho.bank.DeclineReason;

/**
 * Money on its way, or gone, from a shop's e-money to its bank account. Yen.
 *
 * @param reason why the bank did not take it; null unless it came back
 */
public record Payout(
        UUID id,
        long amount,
        Instant askedAt,
        State state,
        @Nullable DeclineReason reason) {

    /** Where it stands. */
    public enum State {
        /** Held: it can't be used otherwise. The bank is called, or asked. */
        ASKED,
        /** Transferred, and out of the shop's e-money. */
        PAID,
        /** Not transferred, and free again. */
        RETURNED
    }

    /** The key of the reason's words; empty: none is known. */
    public String why() {
        return reason == null
                ? ""
                : "payout.why." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
