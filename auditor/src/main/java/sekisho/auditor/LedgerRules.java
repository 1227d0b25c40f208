package sekisho.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BookId;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Event;
import sekisho.protocol.HoldEnd;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.LedgerOutcome;
import sekisho.protocol.Line;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.HoldRow;

/** Section 6, "Ledger (operators)". */
final class LedgerRules {

    private final State state;
    private final Accounts accounts;
    private final Holds holds;
    private final LedgerLines checks;
    private final Safeguarding safeguarding;

    LedgerRules(State state, Accounts accounts, Holds holds, LedgerLines checks) {
        this.state = state;
        this.accounts = accounts;
        this.holds = holds;
        this.checks = checks;
        this.safeguarding = new Safeguarding(state);
    }

    Outcome decide(BookId book, OperationId self, LedgerCommand command) {
        return switch (command) {
            case LedgerCommand.Book posting -> book(book, posting);
            case LedgerCommand.Hold hold -> hold(book, self, hold);
            case LedgerCommand.PostHold post -> postHold(book, post);
            case LedgerCommand.VoidHold voiding -> voidHold(book, voiding);
        };
    }

    private Outcome book(BookId book, LedgerCommand.Book posting) {
        Refused refused = Check.first(
                () -> checks.unresolved(book, posting.lines()),
                () -> Check.when(
                        posting.upTo() && !LedgerLines.balancing(posting.lines()), Refusal.BALANCING_NEEDS_TWO_LINES),
                () -> LedgerLines.unbalanced(posting.lines()),
                () -> notReversible(book, posting.reverses()));
        if (refused != null) {
            return refused;
        }
        long movable = posting.upTo() ? checks.movable(posting.lines()) : 0;
        if (posting.upTo() && movable <= 0) {
            return new Refused(Refusal.INSUFFICIENT_FUNDS, 0);
        }
        List<Line> lines = posting.upTo() ? LedgerLines.withAmount(posting.lines(), movable) : posting.lines();
        refused = Check.first(
                () -> checks.tooLow(lines), () -> safeguarding.shortfall(book, lines), () -> accounts.overflow(lines));
        if (refused != null) {
            return refused;
        }
        if (!posting.reverses().equals(OperationId.NONE)) {
            state.reversals.put(new Keys.Started(book, posting.reverses()), true);
            state.emit(new Event.Reverses(posting.reverses()));
        }
        accounts.apply(EntryKind.POSTED, lines);
        return new LedgerOutcome.Booked(LedgerLines.moved(lines));
    }

    private @Nullable Refused notReversible(BookId book, OperationId reverses) {
        if (reverses.equals(OperationId.NONE)) {
            return null;
        }
        return Check.first(
                () -> Check.when(state.reversals.has(new Keys.Started(book, reverses)), Refusal.ALREADY_REVERSED),
                () -> Check.when(
                        state.reversals.size() >= state.capacity.reversals(),
                        Refusal.TABLE_FULL,
                        state.capacity.reversals()));
    }

    private Outcome hold(BookId book, OperationId self, LedgerCommand.Hold hold) {
        Refused refused = Check.first(
                () -> Check.when(
                        state.holds.size() >= state.capacity.holds(), Refusal.TABLE_FULL, state.capacity.holds()),
                () -> checks.unresolved(book, hold.lines()),
                () -> LedgerLines.unbalanced(hold.lines()),
                () -> checks.tooLowToHold(hold.lines()),
                () -> accounts.overflow(hold.lines()));
        if (refused != null) {
            return refused;
        }
        long expiresAt = hold.expiresAfterMillis() == 0 ? 0 : state.now.get() + hold.expiresAfterMillis();
        holds.open(new HoldRow(book, self, expiresAt, hold.lines()));
        return new LedgerOutcome.Held(expiresAt);
    }

    private Outcome postHold(BookId book, LedgerCommand.PostHold post) {
        HoldRow row = holds.find(book, post.hold());
        if (row == null) {
            return new Refused(Refusal.HOLD_NOT_FOUND);
        }
        if (post.amount() != 0 && row.lines().size() > 2) {
            return new Refused(Refusal.PART_OF_MANY_LINES);
        }
        long held = row.lines().getFirst().amount();
        if (post.amount() > held) {
            return new Refused(Refusal.MORE_THAN_HELD, held);
        }
        List<Line> lines = post.amount() == 0 ? row.lines() : LedgerLines.withAmount(row.lines(), post.amount());
        Refused refused = Check.first(() -> checks.closed(lines), () -> safeguarding.shortfall(book, lines));
        if (refused != null) {
            return refused;
        }
        holds.release(row);
        accounts.apply(EntryKind.POSTED, lines);
        holds.closed(row, HoldEnd.POSTED);
        return new LedgerOutcome.Posted(LedgerLines.moved(lines));
    }

    private Outcome voidHold(BookId book, LedgerCommand.VoidHold voiding) {
        HoldRow row = holds.find(book, voiding.hold());
        if (row == null) {
            return new Refused(Refusal.HOLD_NOT_FOUND);
        }
        holds.release(row);
        holds.closed(row, HoldEnd.VOIDED);
        return new LedgerOutcome.Released();
    }
}
