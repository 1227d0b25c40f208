package sekisho.server.history;

import java.time.Instant;
import sekisho.protocol.AccountKey;

/**
 * How an account stands after its last entry. Amounts are minor units of its currency.
 *
 * @param sequence of its last entry
 * @param balance posted, in the account's normal direction; may be below 0 where the account has no floor
 * @param held reserved to leave, not below 0
 * @param expected on its way in, not below 0
 * @param position of its last entry in the log
 * @param changedAt when its last entry was booked
 */
public record AccountState(
        AccountKey account, long sequence, long balance, long held, long expected, long position, Instant changedAt) {

    /** What can leave: balance less what is held. A floor is not counted. */
    public long available() {
        return balance - held;
    }
}
