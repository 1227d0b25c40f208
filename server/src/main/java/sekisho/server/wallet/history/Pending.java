package sekisho.server.wallet.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A top-up or cash-out that has not ended.
 *
 * @param doubtful whether the bank has not answered: the money may have moved
 * @param until when the bank is asked again; null: nobody knows
 */
public record Pending(
        String icon,
        String title,
        String text,
        Instant at,
        long yen,
        boolean doubtful,
        @Nullable Instant until,
        String href) {}
