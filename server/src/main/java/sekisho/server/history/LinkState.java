package sekisho.server.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankId;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;

/**
 * How a link stood after a change.
 *
 * @param position of the change in the log
 * @param until when time moves it on, if nothing else has; null: never
 */
public record LinkState(
        OperationId link,
        WalletId wallet,
        BankId bank,
        LinkStatus status,
        long position,
        Instant changedAt,
        @Nullable Instant until) {}
