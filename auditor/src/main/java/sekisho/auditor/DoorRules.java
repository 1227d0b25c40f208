package sekisho.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Purpose;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.BankKeyRow;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.StateRecord.VisitRow;
import sekisho.protocol.Token;
import sekisho.protocol.WindowKind;

/** Section 8, "The front door": who knocks, and what banks say of them. */
final class DoorRules {

    private static final long QUARTER_HOUR = 900_000;
    private static final long MOST_VISITS = 65_536;
    private static final long MOST_LOCKS = 1_048_576;

    private final State state;
    private final FoundedTables tables;
    private final Banks banks;
    private final FloorRules floors;
    private final WindowSums windows;
    private final Deadlines deadlines;
    private final LockRules locks;
    private final CleanRules clean;

    DoorRules(State state, Banks banks, FloorRules floors, WindowSums windows, Deadlines deadlines, LockRules locks) {
        this.state = state;
        this.banks = banks;
        this.floors = floors;
        this.windows = windows;
        this.deadlines = deadlines;
        this.locks = locks;
        clean = new CleanRules(state);
        tables = state.founded;
    }

    Outcome knock(BookId book, OperationId self, CheckpointCommand.Knock knock) {
        DescriptionRow row = tables.descriptions.find(new Keys.Bank(book, knock.bank()));
        int method = row == null ? 0 : row.description().method();
        Refused refused = Check.first(
                () -> Check.when(tables.visits.size() >= MOST_VISITS, Refusal.TABLE_FULL, MOST_VISITS),
                () -> banks.unknown(book, knock.bank()),
                () -> Check.when(row == null, Refusal.BANK_NOT_DESCRIBED),
                () -> Check.when(method != knock.method(), Refusal.METHOD_NOT_OF_BANK, method),
                () -> unlockingStopped(book, knock.bank(), knock.method(), knock.purpose()));
        if (refused != null) {
            return refused;
        }
        long until = state.now.get() + QUARTER_HOUR;
        tables.visits.put(
                new Keys.Started(book, self),
                new VisitRow(
                        book,
                        self,
                        knock.bank(),
                        knock.method(),
                        knock.purpose(),
                        knock.session(),
                        knock.nonce(),
                        until));
        deadlines.set(DeadlineKind.VISIT_ENDS, book, self, until);
        return new CheckpointOutcome.Expected(until);
    }

    private @Nullable Refused unlockingStopped(BookId book, BankId bank, int method, Purpose purpose) {
        return purpose == Purpose.DOOR
                ? null
                : Check.first(
                        () -> banks.suspended(book, bank, BankOperation.LINKS),
                        () -> floors.stopped(book, method, BankOperation.LINKS));
    }

    Outcome prove(BookId book, CheckpointCommand.Prove prove) {
        DoorResult said = prove.result();
        BankKeyRow key = tables.bankKeys.find(List.of(book, said.bank(), said.key()));
        VisitRow visit = tables.visits.find(new Keys.Started(book, said.visit()));
        boolean there = visit != null && visit.until() > state.now.get();
        Refused refused = Check.first(
                () -> Check.when(!said.book().equals(book), Refusal.RESULT_OF_ANOTHER_BOOK),
                () -> Check.when(key == null, Refusal.BANK_KEY_NOT_TRUSTED),
                () -> Check.when(
                        key != null && !Signed.by(key.key(), Signed.bytes(said), prove.signature()),
                        Refusal.RESULT_FORGED),
                () -> Check.when(said.expires() <= state.now.get(), Refusal.RESULT_EXPIRED, said.expires()),
                () -> Check.when(!there, Refusal.VISIT_NOT_FOUND),
                () -> visit == null ? null : foreign(visit, said),
                () -> full());
        if (refused != null) {
            return refused;
        }
        forget(new Keys.Started(book, said.visit()));
        Refusal reason = notProved(book, said);
        return reason == null ? proved(book, said) : deny(book, said, reason);
    }

    private @Nullable Refused full() {
        return Check.when(tables.locks.size() >= MOST_LOCKS, Refusal.TABLE_FULL, MOST_LOCKS);
    }

    private @Nullable Refused foreign(VisitRow visit, DoorResult said) {
        return Check.first(
                () -> Check.when(!said.bank().equals(visit.bank()), Refusal.RESULT_OF_ANOTHER_BANK),
                () -> Check.when(!said.session().equals(visit.session()), Refusal.RESULT_FOR_ANOTHER_SESSION),
                () -> Check.when(!said.nonce().equals(visit.nonce()), Refusal.NONCE_NOT_KNOWN),
                () -> Check.when(said.purpose() != visit.purpose(), Refusal.RESULT_FOR_ANOTHER_PURPOSE),
                () -> unlockingStopped(visit.book(), visit.bank(), visit.method(), visit.purpose()));
    }

    private @Nullable Refusal notProved(BookId book, DoorResult said) {
        return switch (said.answer()) {
            case FAILED -> Refusal.IDENTIFICATION_FAILED;
            case NMTC -> Refusal.NO_MATCH;
            case NOAP -> Refusal.MATCH_NOT_POSSIBLE;
            case CMTC -> Refusal.CLOSE_MATCH_ONLY;
            default -> {
                long failures = windows.inDay(failures(book, WindowKind.ACCOUNT_FAILURES, said.account()));
                if (failures >= CheckpointRules.MOST_TRIES) {
                    yield Refusal.TOO_MANY_TRIES_ACCOUNT;
                }
                yield said.purpose() == Purpose.UNLOCK && !strong(book, said.bank()) ? Refusal.PROOF_TOO_WEAK : null;
            }
        };
    }

    private boolean strong(BookId book, BankId bank) {
        LinkStrength strength = floors.strength(book, bank);
        boolean two = strength == LinkStrength.TWO_FACTOR || strength == LinkStrength.PHISHING_RESISTANT;
        return two && floors.tooWeak(book, BankOperation.LINKS, strength) == null;
    }

    private Outcome deny(BookId book, DoorResult said, Refusal reason) {
        int slot = windows.slotNow();
        windows.add(failures(book, WindowKind.ACCOUNT_FAILURES, said.account()), slot, 1);
        Token bank = new Token(0, said.bank().code());
        windows.add(failures(book, WindowKind.BANK_FAILURES, bank), slot, 1);
        clean.spoilt(book, said.bank(), said.account());
        state.emit(new Event.DoorFailed(said.visit(), said.bank(), said.account(), reason.code()));
        return new CheckpointOutcome.Denied(reason);
    }

    private static FoundedTables.Window failures(BookId book, WindowKind kind, Token by) {
        return new FoundedTables.Window(book, kind, Currency.NONE, by);
    }

    private Outcome proved(BookId book, DoorResult said) {
        LockRules.Account account = new LockRules.Account(book, said.bank(), said.account());
        if (said.purpose() == Purpose.DOOR) {
            return locks.claim(account, strong(book, said.bank()));
        }
        Outcome lifting = locks.lift(account);
        return lifting == null ? new CheckpointOutcome.Locked(LockStatus.OPEN, 0) : lifting;
    }

    Outcome lock(BookId book, CheckpointCommand.LockAccount lock) {
        Refused refused = Check.first(() -> banks.unknown(book, lock.bank()), () -> full());
        return refused != null ? refused : locks.byStaff(new LockRules.Account(book, lock.bank(), lock.account()));
    }

    Outcome lift(BookId book, CheckpointCommand.LiftLock lift) {
        Outcome lifting = locks.lift(new LockRules.Account(book, lift.bank(), lift.account()));
        return lifting == null ? new Refused(Refusal.ACCOUNT_NOT_LOCKED) : lifting;
    }

    Outcome reject(BookId book, CheckpointCommand.RejectClaim reject) {
        Outcome rejected = locks.reject(new LockRules.Account(book, reject.bank(), reject.account()));
        return rejected == null ? new Refused(Refusal.ACCOUNT_NOT_LOCKED) : rejected;
    }

    void forget(Keys.Started visit) {
        deadlines.drop(DeadlineKind.VISIT_ENDS, visit.book(), visit.operation());
        tables.visits.remove(visit);
    }
}
