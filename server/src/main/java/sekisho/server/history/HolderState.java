package sekisho.server.history;

import java.time.Instant;
import sekisho.protocol.AccountKind;
import sekisho.protocol.FreezeScope;

/**
 * How a wallet or a merchant stood after a change.
 *
 * @param kind {@link AccountKind#WALLET} or {@link AccountKind#MERCHANT}
 * @param holder the wallet's or merchant's number
 * @param tier of a wallet; 0 for merchants
 * @param position of the change in the log
 */
public record HolderState(
        AccountKind kind,
        long holder,
        boolean closed,
        FreezeScope frozen,
        int tier,
        long position,
        Instant changedAt) {}
