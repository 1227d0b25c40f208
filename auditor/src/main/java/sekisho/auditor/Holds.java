package sekisho.auditor;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.BookId;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Event;
import sekisho.protocol.HoldEnd;
import sekisho.protocol.OperationId;
import sekisho.protocol.StateRecord.HoldRow;

/** The rows of operators' holds, and how they change. */
final class Holds {

    private final State state;
    private final Accounts accounts;
    private final Deadlines deadlines;

    Holds(State state, Accounts accounts, Deadlines deadlines) {
        this.state = state;
        this.accounts = accounts;
        this.deadlines = deadlines;
    }

    void open(HoldRow row) {
        accounts.apply(EntryKind.HELD, row.lines());
        state.holds.put(new Keys.Started(row.book(), row.hold()), row);
        if (row.expiresAt() != 0) {
            deadlines.set(DeadlineKind.HOLD_EXPIRES, row.book(), row.hold(), row.expiresAt());
        }
        state.emit(new Event.HoldOpened(row.hold(), row.expiresAt()));
    }

    /** The hold, unless it has expired. */
    @Nullable
    HoldRow find(BookId book, OperationId hold) {
        HoldRow row = state.holds.find(new Keys.Started(book, hold));
        boolean expired = row != null && row.expiresAt() != 0 && row.expiresAt() <= state.now.get();
        return expired ? null : row;
    }

    /** Its lines are not held any more; the row goes. */
    void release(HoldRow row) {
        accounts.apply(EntryKind.RELEASED, row.lines());
        deadlines.drop(DeadlineKind.HOLD_EXPIRES, row.book(), row.hold());
        state.holds.remove(new Keys.Started(row.book(), row.hold()));
    }

    void closed(HoldRow row, HoldEnd end) {
        state.emit(new Event.HoldClosed(row.hold(), end));
    }
}
