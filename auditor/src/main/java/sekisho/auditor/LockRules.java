package sekisho.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.CheckpointOutcome;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.Event;
import sekisho.protocol.LinkReason;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.LockReason;
import sekisho.protocol.LockStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.StateRecord.BankAccountRow;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.LockRow;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

/** Section 8, "The front door": the table of locks. */
final class LockRules {

    private static final long THREE_DAYS = 259_200_000;

    private final State state;
    private final FoundedTables tables;
    private final Deadlines deadlines;
    private final LinkSteps steps;
    private final CleanRules clean;

    LockRules(State state, Deadlines deadlines, LinkSteps steps) {
        this.state = state;
        this.deadlines = deadlines;
        this.steps = steps;
        clean = new CleanRules(state);
        tables = state.founded;
    }

    /** An account's name among locks. */
    record Account(BookId book, BankId bank, Token token) {}

    /** Where an account stands now. */
    private LockStatus status(Account account) {
        LockRow lock = tables.holding(account, state.now.get());
        return lock == null ? LockStatus.OPEN : lock.status();
    }

    private long until(Account account) {
        LockRow lock = tables.holding(account, state.now.get());
        return lock == null ? 0 : lock.until();
    }

    private boolean rejected(Account account) {
        LockRow row = tables.locks.find(account);
        return row != null && row.rejected();
    }

    Outcome claim(Account account, boolean strong) {
        LockStatus status = status(account);
        if (strong) {
            return switch (status) {
                case OPEN -> set(account, LockStatus.STRONG, LockReason.CLAIMED, !rejected(account), 0);
                case WEAK, LIFTING -> set(account, LockStatus.STRONG, LockReason.STRENGTHENED, freezes(account), 0);
                case STRONG -> same(account);
            };
        }
        long later = state.now.get() + THREE_DAYS;
        return switch (status) {
            case OPEN ->
                rejected(account) ? same(account) : set(account, LockStatus.WEAK, LockReason.CLAIMED, true, later);
            case LIFTING -> set(account, LockStatus.WEAK, LockReason.CLAIMED, freezes(account), later);
            case WEAK, STRONG -> same(account);
        };
    }

    private Outcome same(Account account) {
        return new CheckpointOutcome.Locked(status(account), until(account));
    }

    private boolean freezes(Account account) {
        return tables.locks.get(account).freezes();
    }

    Outcome byStaff(Account account) {
        return set(account, LockStatus.STRONG, LockReason.LOCKED_BY_STAFF, true, 0);
    }

    /** Null: it is not locked. */
    @Nullable
    Outcome lift(Account account) {
        long lifted = state.now.get() + THREE_DAYS;
        return switch (status(account)) {
            case OPEN -> null;
            case LIFTING -> same(account);
            case STRONG -> set(account, LockStatus.LIFTING, LockReason.UNLOCKING, freezes(account), lifted);
            case WEAK ->
                set(
                        account,
                        LockStatus.LIFTING,
                        LockReason.UNLOCKING,
                        freezes(account),
                        Math.min(lifted, until(account)));
        };
    }

    /** Null: it is not locked. */
    @Nullable
    Outcome reject(Account account) {
        if (status(account) == LockStatus.OPEN) {
            return null;
        }
        LockRow row = tables.locks.get(account);
        stop(account);
        tables.locks.put(
                account,
                new LockRow(row.book(), row.bank(), row.account(), LockStatus.OPEN, false, row.since(), 0, true));
        state.emit(
                new Event.LockMoved(account.bank(), account.token(), LockStatus.OPEN, LockReason.REJECTED, false, 0));
        return new CheckpointOutcome.Locked(LockStatus.OPEN, 0);
    }

    void timeIsUp(Account account) {
        LockRow row = tables.locks.get(account);
        LockReason reason = row.status() == LockStatus.LIFTING ? LockReason.LIFTED : LockReason.LAPSED;
        stop(account);
        if (row.rejected()) {
            tables.locks.put(
                    account,
                    new LockRow(row.book(), row.bank(), row.account(), LockStatus.OPEN, false, row.since(), 0, true));
        } else {
            tables.locks.remove(account);
        }
        state.emit(new Event.LockMoved(account.bank(), account.token(), LockStatus.OPEN, reason, false, 0));
    }

    private void stop(Account account) {
        deadlines.drop(DeadlineKind.LOCK_ENDS, subject(account), account.bank().code());
    }

    private static Keys.Started subject(Account account) {
        return new Keys.Started(
                account.book(),
                new OperationId(account.token().high(), account.token().low()));
    }

    private Outcome set(Account account, LockStatus status, LockReason reason, boolean freezes, long until) {
        LockRow before = tables.holding(account, state.now.get());
        long since = before == null ? state.now.get() : before.since();
        boolean wasRejected = rejected(account);
        stop(account);
        tables.locks.put(
                account,
                new LockRow(
                        account.book(), account.bank(), account.token(), status, freezes, since, until, wasRejected));
        if (until != 0) {
            deadlines.set(
                    DeadlineKind.LOCK_ENDS, subject(account), account.bank().code(), until);
        }
        state.emit(new Event.LockMoved(account.bank(), account.token(), status, reason, freezes, until));
        clean.spoilt(account.book(), account.bank(), account.token());
        if (status == LockStatus.STRONG) {
            suspend(account);
        }
        return new CheckpointOutcome.Locked(status, until);
    }

    /** Wallets in the order in which they were bound, links in that in which they were asked for. */
    private void suspend(Account account) {
        BankAccountRow owner = tables.accounts.find(List.of(account.book(), account.bank(), account.token()));
        if (owner == null || !owner.person().names()) {
            return;
        }
        for (WalletId wallet : tables.persons.getOr(List.of(account.book(), owner.person()), List.of())) {
            for (OperationId id : state.linksOf.getOr(Keys.Holder.of(account.book(), wallet), List.of())) {
                CheckedLinkRow link = tables.links.find(new Keys.Started(account.book(), id));
                if (link != null
                        && link.bank().equals(account.bank())
                        && link.account().equals(account.token())
                        && stands(steps.status(link))) {
                    steps.move(link, LinkStatus.SUSPENDED, LinkReason.LOCKED, 0);
                }
            }
        }
    }

    private static boolean stands(LinkStatus status) {
        return switch (status) {
            case ACTIVE, COOLING_OFF, WAITING_FOR_HOLDER -> true;
            case REQUESTED, AT_BANK, SUSPENDED, CLOSED -> false;
        };
    }
}
