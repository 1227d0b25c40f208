package sekisho.server.history;

import java.time.Instant;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;

/**
 * How one switch of a bank stood after it was set.
 *
 * @param reason the operator's code, 0 to 65,535
 * @param position of the change in the log
 */
public record SwitchState(
        BankId bank, BankOperation operation, boolean open, int reason, long position, Instant changedAt) {}
