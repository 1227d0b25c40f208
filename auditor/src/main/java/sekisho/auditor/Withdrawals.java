package sekisho.auditor;

import java.util.SortedMap;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.OperationId;

/** What a suspension takes back: at once by name, row by row as overdue items. */
final class Withdrawals {

    private final State state;
    private final Banks banks;
    private final Deadlines deadlines;
    private final Instructions instructions;

    Withdrawals(State state, Banks banks, Deadlines deadlines, Instructions instructions) {
        this.state = state;
        this.banks = banks;
        this.deadlines = deadlines;
        this.instructions = instructions;
    }

    /** From now on what is unclaimed is withdrawn; returns how many rows that are. */
    long begin(BookId book, BankId bank, BankOperation operation) {
        if (operation == BankOperation.LINKS) {
            return 0;
        }
        banks.setWithdrawn(book, bank, operation, state.instructionSequence.get());
        long unclaimed = unclaimed(book, bank, operation).size();
        if (unclaimed > 0 && !deadlines.has(DeadlineKind.BANK_WITHDRAWS, subject(book, operation), bank.code())) {
            deadlines.set(DeadlineKind.BANK_WITHDRAWS, subject(book, operation), bank.code(), state.now.get());
        }
        return unclaimed;
    }

    /** The overdue item is taken: withdraws the oldest one, and stays overdue while there are more. */
    void withdrawOldest(BookId book, BankId bank, BankOperation operation, long at) {
        SortedMap<Keys.Unclaimed, OperationId> rows = unclaimed(book, bank, operation);
        if (rows.isEmpty()) {
            return;
        }
        instructions.withdraw(state.instructions.get(
                new Keys.Started(book, rows.sequencedValues().getFirst())));
        if (!unclaimed(book, bank, operation).isEmpty()) {
            deadlines.set(DeadlineKind.BANK_WITHDRAWS, subject(book, operation), bank.code(), at);
        }
    }

    /** The withdrawn rows that are not worked off yet, oldest first. */
    private SortedMap<Keys.Unclaimed, OperationId> unclaimed(BookId book, BankId bank, BankOperation operation) {
        return state.unclaimed.between(
                new Keys.Unclaimed(book, bank, operation, 0),
                new Keys.Unclaimed(book, bank, operation, banks.withdrawn(book, bank, operation)));
    }

    private static Keys.Started subject(BookId book, BankOperation operation) {
        return new Keys.Started(book, new OperationId(0, operation.code()));
    }
}
