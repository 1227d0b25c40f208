package sekisho.core.state;

import java.util.ArrayList;
import java.util.List;
import sekisho.core.events.Events;
import sekisho.core.ledger.Posting;
import sekisho.protocol.Line;
import sekisho.protocol.StateRecord;

/** Records of holds. */
final class HoldRecords {

    private final State state;
    private final Posting posting;

    HoldRecords(State state) {
        this.state = state;
        posting = new Posting(state.accounts(), state.safeguard(), new Events(), _ -> {});
    }

    StateRecord record(int row) {
        state.holds().lines(row, posting);
        List<Line> lines = new ArrayList<>(posting.count());
        for (int i = 0; i < posting.count(); i++) {
            lines.add(new Line(state.accounts().key(posting.account(i)), posting.side(i), posting.amount(i)));
        }
        return new StateRecord.HoldRow(
                state.holds().book(row), state.holds().id(row), state.holds().expiresAt(row), lines);
    }

    /** Puts a hold back. */
    void restore(StateRecord.HoldRow hold) {
        posting.clear();
        for (Line line : hold.lines()) {
            int holder = state.holders()
                    .find(
                            line.account().book(),
                            line.account().kind(),
                            line.account().owner());
            int account = holder == 0
                    ? 0
                    : state.accounts().find(holder, line.account().currency());
            if (account == 0) {
                throw new IllegalArgumentException("a hold speaks of an account that no record before it has");
            }
            posting.line(account, line.side(), line.amount());
        }
        state.holds().add(hold.book(), hold.hold(), hold.expiresAt(), posting);
    }
}
