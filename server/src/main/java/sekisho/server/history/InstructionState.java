package sekisho.server.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;

/**
 * How an instruction to a bank (a top-up or a cash-out) stood after a change.
 *
 * @param operation {@link BankOperation#TOP_UPS} or {@link BankOperation#CASH_OUTS}
 * @param until claimed: the lease ends; in doubt: the bank is asked again; otherwise null
 * @param position of the change in the log
 */
public record InstructionState(
        OperationId instruction,
        BankOperation operation,
        BankId bank,
        WalletId wallet,
        OperationId link,
        Money amount,
        InstructionStatus status,
        @Nullable Instant until,
        long position,
        Instant changedAt) {}
