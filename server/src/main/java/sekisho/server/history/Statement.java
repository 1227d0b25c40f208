package sekisho.server.history;

import java.time.Instant;
import java.util.List;
import sekisho.protocol.AccountKey;

/**
 * What was booked on an account in a period. Amounts are minor units, in the account's normal direction.
 *
 * @param from the period's start
 * @param to the period's end, not in it
 * @param opening posted balance at the start
 * @param closing posted balance at the end
 * @param entries posted ones, oldest first; with their running balance
 * @param next the cursor for more of them; 0: these are all
 */
public record Statement(
        AccountKey account,
        Instant from,
        Instant to,
        long opening,
        long closing,
        List<BookedEntry> entries,
        long next) {
    public Statement {
        entries = List.copyOf(entries);
    }
}
