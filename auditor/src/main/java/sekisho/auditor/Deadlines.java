package sekisho.auditor;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.BookId;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.OperationId;
import sekisho.protocol.StateRecord.DeadlineRow;

/** What falls due and when. A subject has at most one deadline of a kind. */
final class Deadlines {

    /** How long what has ended is remembered: 180 days. */
    static final long REMEMBERED = 180L * 86_400_000;

    private final State state;

    Deadlines(State state) {
        this.state = state;
    }

    /** Sets a deadline; an earlier one of this subject is dead. */
    void set(DeadlineKind kind, Keys.Started of, long owner, long at) {
        drop(kind, of, owner);
        long sequence = state.deadlineSequence.get() + 1;
        state.deadlineSequence.set(sequence);
        Keys.Due due = new Keys.Due(at, sequence);
        state.deadlines.put(due, new DeadlineRow(at, sequence, kind, of.book(), of.operation(), owner));
        state.deadlineOf.put(new Keys.Subject(kind, of.book(), of.operation(), owner), due);
    }

    void set(DeadlineKind kind, BookId book, OperationId subject, long at) {
        set(kind, new Keys.Started(book, subject), 0, at);
    }

    boolean has(DeadlineKind kind, Keys.Started of, long owner) {
        return state.deadlineOf.has(new Keys.Subject(kind, of.book(), of.operation(), owner));
    }

    void drop(DeadlineKind kind, BookId book, OperationId subject) {
        drop(kind, new Keys.Started(book, subject), 0);
    }

    void drop(DeadlineKind kind, Keys.Started of, long owner) {
        Keys.Subject subject = new Keys.Subject(kind, of.book(), of.operation(), owner);
        Keys.Due due = state.deadlineOf.find(subject);
        if (due != null) {
            state.deadlines.remove(due);
            state.deadlineOf.remove(subject);
        }
    }

    /** Takes the earliest deadline that has passed. */
    @Nullable
    DeadlineRow takeOverdue() {
        Keys.Due due = state.deadlines.first();
        if (due == null || due.at() > state.now.get()) {
            return null;
        }
        DeadlineRow row = state.deadlines.get(due);
        drop(row.kind(), new Keys.Started(row.book(), row.subject()), row.owner());
        return row;
    }
}
