package sekisho.server.history;

import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.InstructionStatus;

/**
 * How many instructions of a bank stand in an open status.
 *
 * @param count at least 1
 */
public record InstructionCount(BankId bank, BankOperation operation, InstructionStatus status, long count) {}
