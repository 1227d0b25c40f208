package sekisho.core.checkpoint;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sekisho.core.memory.FlatTable;
import sekisho.core.memory.Memory;
import sekisho.core.time.Clock;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.LockStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Origin;
import sekisho.protocol.StateRecord;
import sekisho.protocol.StateRecord.LockRow;
import sekisho.protocol.StateRecord.VisitRow;
import sekisho.protocol.Token;

/** Bank accounts that their holders have locked against links, and who is at the door because of one. */
public final class Locks {

    private final FlatTable<LockRow> locks;
    private final FlatTable<VisitRow> visits;
    private final Clock clock;

    public Locks(Memory memory, Clock clock) {
        this.clock = clock;
        locks = new FlatTable<>(memory, LockRow.class, 4, 1);
        visits = new FlatTable<>(memory, VisitRow.class, 3, 1);
    }

    /** The row of an account's lock, or 0. */
    public int find(BookId book, BankId bank, Token account) {
        return locks.count() == 0 ? 0 : locks.find(book.value(), bank.code(), account.high(), account.low());
    }

    public LockRow at(int row) {
        return locks.at(row);
    }

    /** The lock that holds an account now, or null. */
    public @Nullable LockRow holding(BookId book, BankId bank, Token account) {
        return holding(book.value(), bank.code(), account);
    }

    private @Nullable LockRow holding(int book, int bank, Token account) {
        LockRow row = locks.count() == 0 ? null : locks.get(book, bank, account.high(), account.low());
        return row != null && row.status() != LockStatus.OPEN && (row.until() == 0 || row.until() > clock.now())
                ? row
                : null;
    }

    /** Whether money that came from an account, and is young until then (ms), is held: it was young when the lock began. */
    boolean disputes(int book, Origin origin, long until) {
        LockRow row = locks.count() == 0 ? null : holding(book, origin.bank(), origin.account());
        return row != null && row.freezes() && until > row.since();
    }

    public int put(LockRow row) {
        return locks.put(row);
    }

    public void remove(int row) {
        locks.remove(row);
    }

    public int deadline(int row) {
        return locks.extra(row, 0);
    }

    public void setDeadline(int row, int deadline) {
        locks.setExtra(row, 0, deadline);
    }

    public long count() {
        return locks.count();
    }

    /** The row of a visit, or 0. */
    public int findVisit(BookId book, OperationId visit) {
        return visits.find(book.value(), visit.high(), visit.low());
    }

    public VisitRow visitAt(int row) {
        return visits.at(row);
    }

    public int put(VisitRow row) {
        return visits.put(row);
    }

    public void removeVisit(int row) {
        visits.remove(row);
    }

    public int visitDeadline(int row) {
        return visits.extra(row, 0);
    }

    public void setVisitDeadline(int row, int deadline) {
        visits.setExtra(row, 0, deadline);
    }

    public long visits() {
        return visits.count();
    }

    public void export(Consumer<StateRecord> to) {
        visits.forEach(to);
        locks.forEach(to);
    }
}
