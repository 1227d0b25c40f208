package sekisho.server.history;

import java.time.Instant;
import sekisho.protocol.BankId;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;

/**
 * How a link stood after a change.
 *
 * @param position of the change in the log
 */
public record LinkState(
        OperationId link, WalletId wallet, BankId bank, LinkStatus status, long position, Instant changedAt) {}
