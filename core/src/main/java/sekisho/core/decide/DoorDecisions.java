package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.banks.Banks;
import sekisho.core.checkpoint.Locks;
import sekisho.core.checkpoint.Windows;
import sekisho.core.state.State;
import sekisho.core.trust.Es256;
import sekisho.core.trust.Trust;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.CheckpointOutcome;
import sekisho.protocol.Currency;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.DoorResult;
import sekisho.protocol.Event;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.LockStatus;
import sekisho.protocol.Purpose;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord.BankKeyRow;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.StateRecord.LockRow;
import sekisho.protocol.StateRecord.VisitRow;
import sekisho.protocol.Token;
import sekisho.protocol.WindowKind;

/**
 * Decides what holders of bank accounts may do at the front door, who need not be customers. A weak proof only tightens, and
 * lapses; what loosens needs a strong one and time.
 */
final class DoorDecisions {

    /** Most visits at once, and most accounts with a lock. */
    private static final long MOST_VISITS = 1L << 16;

    private static final long MOST_LOCKS = 1L << 20;

    private final Bench bench;
    private final Floors floors;
    private final AccountLocks accountLocks;
    private final CleanTime clean;
    private final State state;
    private final Trust trust;
    private final Banks banks;
    private final Locks locks;
    private final Windows windows;

    DoorDecisions(Bench bench, Floors floors, AccountLocks accountLocks) {
        this.bench = bench;
        this.floors = floors;
        this.accountLocks = accountLocks;
        clean = new CleanTime(bench);
        state = bench.state();
        trust = state.trust();
        banks = state.banks();
        locks = state.locks();
        windows = state.windows();
    }

    CheckpointOutcome knock(Request request, CheckpointCommand.Knock knock) {
        Refused refused = refusesKnock(request.book(), knock);
        if (refused != null) {
            return refused;
        }

        long until = bench.now() + CheckpointDecisions.AT_BANK_MILLIS;
        int row = locks.put(new VisitRow(
                request.book(),
                request.operation(),
                knock.bank(),
                knock.method(),
                knock.purpose(),
                knock.session(),
                knock.nonce(),
                until));
        locks.setVisitDeadline(row, state.deadlines().set(until, DeadlineKind.VISIT_ENDS, row, 0));
        return new CheckpointOutcome.Expected(until);
    }

    private @Nullable Refused refusesKnock(BookId book, CheckpointCommand.Knock knock) {
        if (locks.visits() >= MOST_VISITS) {
            return new Refused(Refusal.TABLE_FULL, MOST_VISITS);
        }
        if (banks.find(book, knock.bank()) == 0) {
            return new Refused(Refusal.BANK_NOT_FOUND);
        }
        DescriptionRow row = trust.description(book, knock.bank());
        if (row == null) {
            return new Refused(Refusal.BANK_NOT_DESCRIBED);
        }
        if (row.description().method() != knock.method()) {
            return new Refused(Refusal.METHOD_NOT_OF_BANK, row.description().method());
        }
        return refusesUnlocking(book, knock.bank(), knock.method(), knock.purpose());
    }

    /** A bank that is stopped for links opens nothing; its customers may still lock. */
    private @Nullable Refused refusesUnlocking(BookId book, BankId bank, int method, Purpose purpose) {
        if (purpose != Purpose.UNLOCK) {
            return null;
        }
        return banks.isOpen(banks.find(book, bank), BankOperation.LINKS)
                ? floors.refuses(book, method, BankOperation.LINKS)
                : new Refused(Refusal.BANK_SUSPENDED);
    }

    CheckpointOutcome prove(BookId book, CheckpointCommand.Prove prove) {
        DoorResult result = prove.result();
        Refused refused = refusesOrigin(book, prove);
        if (refused != null) {
            return refused;
        }
        int row = locks.findVisit(book, result.visit());
        if (row == 0 || locks.visitAt(row).until() <= bench.now()) {
            return new Refused(Refusal.VISIT_NOT_FOUND);
        }
        VisitRow visit = locks.visitAt(row);
        refused = refusesBinding(visit, result);
        if (refused == null && locks.count() >= MOST_LOCKS) {
            refused = new Refused(Refusal.TABLE_FULL, MOST_LOCKS);
        }
        if (refused != null) {
            return refused;
        }

        state.deadlines().clear(locks.visitDeadline(row));
        locks.removeVisit(row);
        Refusal denied = denies(book, result);
        return denied == null ? proved(book, result) : denied(book, result, denied);
    }

    private @Nullable Refused refusesOrigin(BookId book, CheckpointCommand.Prove prove) {
        DoorResult result = prove.result();
        if (!result.book().equals(book)) {
            return new Refused(Refusal.RESULT_OF_ANOTHER_BOOK);
        }
        BankKeyRow key = trust.bankKey(book, result.bank(), result.key());
        if (key == null) {
            return new Refused(Refusal.BANK_KEY_NOT_TRUSTED);
        }
        if (!Es256.verifies(key.key(), result.canonical(), prove.signature())) {
            return new Refused(Refusal.RESULT_FORGED);
        }
        return result.expires() <= bench.now() ? new Refused(Refusal.RESULT_EXPIRED, result.expires()) : null;
    }

    private @Nullable Refused refusesBinding(VisitRow visit, DoorResult result) {
        if (!visit.bank().equals(result.bank())) {
            return new Refused(Refusal.RESULT_OF_ANOTHER_BANK);
        }
        if (!visit.session().equals(result.session())) {
            return new Refused(Refusal.RESULT_FOR_ANOTHER_SESSION);
        }
        if (!visit.nonce().equals(result.nonce())) {
            return new Refused(Refusal.NONCE_NOT_KNOWN);
        }
        return visit.purpose() == result.purpose()
                ? refusesUnlocking(visit.book(), visit.bank(), visit.method(), visit.purpose())
                : new Refused(Refusal.RESULT_FOR_ANOTHER_PURPOSE);
    }

    /** Why the bank's genuine word proves nothing, or null. */
    private @Nullable Refusal denies(BookId book, DoorResult result) {
        Refusal answer = switch (result.answer()) {
            case MTCH -> null;
            case CMTC -> Refusal.CLOSE_MATCH_ONLY;
            case NMTC -> Refusal.NO_MATCH;
            case NOAP -> Refusal.MATCH_NOT_POSSIBLE;
            case FAILED -> Refusal.IDENTIFICATION_FAILED;
            case DELIVERED, UNDELIVERED, YOUNG_CONTACT, CONFIRMED, OBJECTED ->
                throw new IllegalStateException("no bank answers so when it is asked for this");
        };
        if (answer != null) {
            return answer;
        }
        if (windows.in24Hours(failures(book, WindowKind.ACCOUNT_FAILURES, result.account()))
                >= CheckpointDecisions.MOST_TRIES) {
            return Refusal.TOO_MANY_TRIES_ACCOUNT;
        }
        return result.purpose() == Purpose.UNLOCK && !strong(book, result.bank()) ? Refusal.PROOF_TOO_WEAK : null;
    }

    /** Whether what a bank asks is enough to open something: not below the floor of links, and two factors at least. */
    private boolean strong(BookId book, BankId bank) {
        LinkStrength strength = floors.strength(book, bank);
        return strength.atLeast(LinkStrength.TWO_FACTOR) && floors.refuses(book, BankOperation.LINKS, strength) == null;
    }

    private CheckpointOutcome denied(BookId book, DoorResult result, Refusal reason) {
        windows.count(failures(book, WindowKind.ACCOUNT_FAILURES, result.account()), 1);
        windows.count(
                failures(
                        book,
                        WindowKind.BANK_FAILURES,
                        new Token(0, result.bank().code())),
                1);
        clean.ends(book, result.bank(), result.account());
        bench.events().tell(new Event.DoorFailed(result.visit(), result.bank(), result.account(), reason.code()));
        return new CheckpointOutcome.Denied(reason);
    }

    private static Windows.Key failures(BookId book, WindowKind kind, Token by) {
        return new Windows.Key(book, kind, Currency.NONE, by);
    }

    private CheckpointOutcome proved(BookId book, DoorResult result) {
        LockRow account = account(book, result.bank(), result.account());
        if (result.purpose() == Purpose.DOOR) {
            return accountLocks.claimed(account, strong(book, result.bank()));
        }
        LockRow lock = accountLocks.holding(account);
        return lock == null ? new CheckpointOutcome.Locked(LockStatus.OPEN, 0) : accountLocks.unlocking(lock);
    }

    /** An account as if it had never had a lock. */
    private static LockRow account(BookId book, BankId bank, Token account) {
        return new LockRow(book, bank, account, LockStatus.OPEN, false, 0, 0, false);
    }

    CheckpointOutcome lock(BookId book, CheckpointCommand.LockAccount lock) {
        if (banks.find(book, lock.bank()) == 0) {
            return new Refused(Refusal.BANK_NOT_FOUND);
        }
        return locks.count() >= MOST_LOCKS
                ? new Refused(Refusal.TABLE_FULL, MOST_LOCKS)
                : accountLocks.lockedByStaff(account(book, lock.bank(), lock.account()));
    }

    CheckpointOutcome lift(BookId book, CheckpointCommand.LiftLock lift) {
        LockRow lock = accountLocks.holding(account(book, lift.bank(), lift.account()));
        return lock == null ? new Refused(Refusal.ACCOUNT_NOT_LOCKED) : accountLocks.unlocking(lock);
    }

    CheckpointOutcome reject(BookId book, CheckpointCommand.RejectClaim reject) {
        LockRow lock = accountLocks.holding(account(book, reject.bank(), reject.account()));
        return lock == null ? new Refused(Refusal.ACCOUNT_NOT_LOCKED) : accountLocks.rejected(lock);
    }

    /** Whoever knocked did not come back. */
    void forgetVisit(int deadline, int row) {
        state.deadlines().clear(deadline);
        locks.removeVisit(row);
    }
}
