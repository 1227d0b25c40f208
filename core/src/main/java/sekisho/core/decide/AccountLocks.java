package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.banks.Links;
import sekisho.core.checkpoint.CheckedLinks;
import sekisho.core.checkpoint.Locks;
import sekisho.core.identity.Identities;
import sekisho.core.ledger.Holders;
import sekisho.core.state.State;
import sekisho.core.time.Deadlines;
import sekisho.protocol.AccountKind;
import sekisho.protocol.CheckpointOutcome;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.Event;
import sekisho.protocol.LinkReason;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.LockReason;
import sekisho.protocol.LockStatus;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.LockRow;
import sekisho.protocol.Token;

/** What can happen to the lock of a bank account. Nothing here refuses. */
final class AccountLocks {

    /** How long a weak lock holds, and how long a lifting takes (ms): 72 hours. */
    static final long LOCK_MILLIS = 259_200_000;

    private final Bench bench;
    private final State state;
    private final Locks locks;
    private final Deadlines deadlines;
    private final CheckpointSteps steps;
    private final CleanTime clean;

    AccountLocks(Bench bench, CheckpointSteps steps) {
        this.bench = bench;
        this.steps = steps;
        clean = new CleanTime(bench);
        state = bench.state();
        locks = state.locks();
        deadlines = state.deadlines();
    }

    /** Somebody proved at the door that an account is theirs. */
    CheckpointOutcome claimed(LockRow account, boolean strong) {
        LockRow lock = current(account);
        boolean locked = lock.status() != LockStatus.OPEN;
        if (strong && lock.status() != LockStatus.STRONG) {
            boolean freezes = locked ? lock.freezes() : !lock.rejected();
            LockReason reason = locked ? LockReason.STRENGTHENED : LockReason.CLAIMED;
            return move(with(lock, LockStatus.STRONG, freezes, 0), reason);
        }
        boolean weakens = lock.status() == LockStatus.LIFTING || (!locked && !lock.rejected());
        if (!strong && weakens) {
            boolean freezes = !locked || lock.freezes();
            return move(with(lock, LockStatus.WEAK, freezes, bench.now() + LOCK_MILLIS), LockReason.CLAIMED);
        }
        return new CheckpointOutcome.Locked(lock.status(), lock.until());
    }

    CheckpointOutcome lockedByStaff(LockRow account) {
        return move(with(current(account), LockStatus.STRONG, true, 0), LockReason.LOCKED_BY_STAFF);
    }

    /** The lock will be lifted, unless somebody claims the account before. */
    CheckpointOutcome unlocking(LockRow lock) {
        if (lock.status() == LockStatus.LIFTING) {
            return new CheckpointOutcome.Locked(lock.status(), lock.until());
        }
        long lifted = bench.now() + LOCK_MILLIS;
        long until = lock.until() == 0 ? lifted : Math.min(lifted, lock.until());
        return move(with(lock, LockStatus.LIFTING, lock.freezes(), until), LockReason.UNLOCKING);
    }

    CheckpointOutcome rejected(LockRow lock) {
        LockRow open =
                new LockRow(lock.book(), lock.bank(), lock.account(), LockStatus.OPEN, false, lock.since(), 0, true);
        return move(open, LockReason.REJECTED);
    }

    /** A weak lock lapses, or a lifting takes effect. */
    void timeIsUp(int row) {
        LockRow lock = locks.at(row);
        move(
                with(lock, LockStatus.OPEN, false, 0),
                lock.status() == LockStatus.WEAK ? LockReason.LAPSED : LockReason.LIFTED);
    }

    /** The lock as it holds now; of an account without one, the one given. */
    private LockRow current(LockRow account) {
        int row = locks.find(account.book(), account.bank(), account.account());
        if (row == 0) {
            return account;
        }
        LockRow lock = locks.at(row);
        boolean over = locks.holding(account.book(), account.bank(), account.account()) == null;
        return over ? with(lock, LockStatus.OPEN, false, 0) : lock;
    }

    private LockRow with(LockRow lock, LockStatus status, boolean freezes, long until) {
        boolean begins = lock.status() == LockStatus.OPEN;
        return new LockRow(
                lock.book(),
                lock.bank(),
                lock.account(),
                status,
                freezes,
                begins ? bench.now() : lock.since(),
                until,
                lock.rejected());
    }

    private CheckpointOutcome move(LockRow lock, LockReason reason) {
        int row = locks.put(lock);
        if (locks.deadline(row) != 0) {
            deadlines.clear(locks.deadline(row));
            locks.setDeadline(row, 0);
        }
        if (lock.until() != 0) {
            locks.setDeadline(row, deadlines.set(lock.until(), DeadlineKind.LOCK_ENDS, row, 0));
        }
        if (lock.status() == LockStatus.OPEN && !lock.rejected()) {
            locks.remove(row);
        }
        bench.events()
                .tell(new Event.LockMoved(
                        lock.bank(), lock.account(), lock.status(), reason, lock.freezes(), lock.until()));
        if (lock.status() != LockStatus.OPEN) {
            clean.ends(lock.book(), lock.bank(), lock.account());
        }
        if (lock.status() == LockStatus.STRONG) {
            suspendLinks(lock);
        }
        return new CheckpointOutcome.Locked(lock.status(), lock.until());
    }

    /** The account's links: those of its owner's wallets, at most 16 with 64 links each. */
    private void suspendLinks(LockRow lock) {
        CheckedLinks checked = state.checkedLinks();
        Identities identities = state.identities();
        Token person = checked.owner(lock.book(), lock.bank(), lock.account());
        for (int place = 0; person.names(); place++) {
            int row = identities.person(lock.book(), person, place);
            if (row == 0) {
                return;
            }
            suspendLinks(lock, identities.persons().at(row).wallet().value());
        }
    }

    private void suspendLinks(LockRow lock, long wallet) {
        Holders holders = state.holders();
        Links links = state.links();
        int holder = holders.find(lock.book(), AccountKind.WALLET, wallet);
        for (int link = holders.firstLink(holder); link != 0; link = links.next(link)) {
            CheckedLinkRow row = state.checkedLinks().get(lock.book(), links.id(link));
            if (row != null && usable(links.status(link)) && isOf(row, lock)) {
                steps.move(row, LinkStatus.SUSPENDED, LinkReason.LOCKED, 0);
            }
        }
    }

    private static boolean usable(LinkStatus status) {
        return status == LinkStatus.ACTIVE
                || status == LinkStatus.COOLING_OFF
                || status == LinkStatus.WAITING_FOR_HOLDER;
    }

    private static boolean isOf(CheckedLinkRow link, LockRow lock) {
        return link.bank().equals(lock.bank()) && link.account().equals(lock.account());
    }

    /** The lock that holds an account now, or null. */
    @Nullable
    LockRow holding(LockRow account) {
        return locks.holding(account.book(), account.bank(), account.account());
    }
}
